import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Plain, ROOT, startLocal, type Local } from './local.ts';

const USAGE = `npm start [-- options]
  --port N            the console's port (8787)
  --exchange-port N   the exchange's port (one above the console's)
  --fresh             forget everything and begin again
  --network NAME      demo (a fictional association), empty (an association without members), or bare (an owner
                      alone, with the demo's secrets: an export of the demo can be put back there)`;

const settle = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      'exchange-port': { type: 'string' },
      fresh: { type: 'boolean', default: false },
      network: { type: 'string', default: 'demo' },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  const exchangePort = Number(values['exchange-port'] ?? port + 1);
  const { network } = values;
  for (const one of [port, exchangePort]) {
    if (!Number.isInteger(one) || one < 1 || one > 65_535)
      throw new Plain(`A port is a number from 1 to 65535.\n\n${USAGE}`);
  }
  if (network !== 'demo' && network !== 'empty' && network !== 'bare')
    throw new Plain(`There is no network "${network}".\n\n${USAGE}`);
  return { port, exchangePort, network, fresh: values.fresh, help: values.help } as const;
};

const main = async () => {
  const options = settle();
  if (options.help) return console.log(USAGE);
  const began = Date.now();
  let local: Local | null = null;
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping …');
    // Before it runs there is nothing to keep; what was begun ends with this process.
    if (local) void local.stop().then(() => process.exit(0));
    else process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  local = await startLocal({
    ...options,
    state: join(ROOT, '.wrangler/local', options.network),
    ...(options.network === 'bare' && { secretsOf: join(ROOT, '.wrangler/local/demo') }),
    clocks: true,
    statusDelayMs: 300,
    say: (line) => console.log(`${line} …`),
  });
  const ahead = Math.round(local.clockOffset / 3_600_000);
  console.log(`
Started in ${((Date.now() - began) / 1000).toFixed(1)} s.

Console: ${local.url}
Sign in (once): ${local.signInLink}
Exchange, with everybody's phone and mailbox: ${local.exchangeUrl}
API key: ${local.apiKey}
${ahead > 0 ? `\nIt is night, or Sunday, where this network is, and texts would wait. Its clock runs ${ahead} hours ahead, in the morning.\n` : ''}
Ctrl-C stops everything; what you did is kept. To begin again: npm start -- --fresh`);
};

main().catch((error: unknown) => {
  if (
    error instanceof Plain ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  ) {
    console.error(`${error.message}${error instanceof Plain ? '' : `\n\n${USAGE}`}`);
  } else console.error(error);
  process.exitCode = 1;
});
