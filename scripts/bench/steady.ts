import { Agent, request } from 'node:http';
import type { Request } from 'autocannon';

/**
 * Sends requests evenly, each at its own moment whether or not the ones before were answered. (autocannon spends a
 * second's requests at the second's beginning, which measures its own burst.)
 * @returns ms from sending to the whole answer
 */
export const steadily = async (
  url: string,
  requests: Request[],
  rate: number,
  seconds: number,
): Promise<{ perSecond: number; p50: number; p99: number }> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const took: number[] = [];
  const once = (one: Request) =>
    new Promise<void>((done, fail) => {
      const began = performance.now();
      const call = request(
        url + (one.path ?? ''),
        { method: 'POST', agent, headers: { ...one.headers } },
        (answer) => {
          answer.resume();
          answer.on('end', () => {
            took.push(performance.now() - began);
            if ((answer.statusCode ?? 500) < 300) done();
            else fail(new Error(`${one.path} was answered ${answer.statusCode}.`));
          });
        },
      );
      call.on('error', fail);
      call.end(one.body);
    });
  const began = performance.now();
  const open: Promise<void>[] = [];
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const wait = began + (sent * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const one = requests[sent % requests.length];
    if (one) open.push(once(one));
  }
  await Promise.all(open);
  agent.destroy();
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1));
  return {
    perSecond: Number(((took.length * 1000) / (performance.now() - began)).toFixed(1)),
    p50: at(0.5),
    p99: at(0.99),
  };
};
