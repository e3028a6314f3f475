import { expect, test } from 'vitest';
import { gathered } from '../../src/platform/gather.ts';

const settled = () => new Promise((done) => setTimeout(done, 0));

/** A way to send that ends when told to. */
const sends = (most = 100) => {
  const lots: { items: number[]; end(error?: Error): void }[] = [];
  let now = 0;
  const send = gathered<number>(
    (items) =>
      new Promise((done, fail) => void lots.push({ items, end: (error) => (error ? fail(error) : done()) })),
    most,
    () => now,
    () => undefined,
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { send, lots, pass };
};

test('one item waits for nobody; what comes while it is on its way goes together after it', async () => {
  const { send, lots } = sends();
  const first = send(1);
  await settled();
  const rest = [send(2), send(3), send(4)];
  await settled();
  expect(lots.map((lot) => lot.items)).toEqual([[1]]);
  lots[0]!.end();
  await first;
  await settled();
  expect(lots.map((lot) => lot.items)).toEqual([[1], [2, 3, 4]]);
  lots[1]!.end();
  await Promise.all(rest);
});

test('nobody is told that an item was taken before it was, and a failure reaches each whose item was in it, and no other', async () => {
  const { send, lots } = sends();
  const first = send(1);
  await settled();
  let told = 0;
  const rest = [send(2), send(3)].map((one) =>
    one.then(
      () => (told += 1),
      (error: Error) => error.message,
    ),
  );
  lots[0]!.end();
  await first;
  await settled();
  expect(told).toBe(0);
  const next = send(4);
  lots[1]!.end(new Error('The queue is down.'));
  expect(await Promise.all(rest)).toEqual(['The queue is down.', 'The queue is down.']);
  await settled();
  expect(lots[2]!.items).toEqual([4]);
  lots[2]!.end();
  await next;
});

test('no send is larger than the queue takes, and none is lost among a thousand', async () => {
  const { send, lots } = sends(10);
  const taken: number[] = [];
  for (let no = 0; no < 1_000; no += 1) void send(no).then(() => taken.push(no));
  for (let at = 0; taken.length < 1_000; at += 1) {
    await settled();
    lots.slice(at).forEach((lot) => lot.end());
  }
  expect(Math.max(...lots.map((lot) => lot.items.length))).toBe(10);
  expect(lots.flatMap((lot) => lot.items)).toEqual(Array.from({ length: 1_000 }, (_, no) => no));
});

test('what gathered does not wait for ever for a send that never ends, and nobody joins one that is stuck', async () => {
  const { send, lots, pass } = sends();
  void send(1);
  await settled();
  const second = send(2);
  pass(200);
  const third = send(3);
  await new Promise((done) => setTimeout(done, 150));
  expect(lots.map((lot) => lot.items)).toEqual([[1], [2], [3]]);
  lots.forEach((lot) => lot.end());
  await Promise.all([second, third]);
});
