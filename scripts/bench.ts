import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { consolePages } from './bench/console.ts';
import { fanout } from './bench/fanout.ts';
import type { Figure } from './bench/figures.ts';
import { freezing } from './bench/freezing.ts';
import { lighthouse } from './bench/lighthouse.ts';
import { storm } from './bench/storm.ts';
import { webhooks } from './bench/webhooks.ts';
import { Plain } from './local.ts';

const USAGE = `npm run bench -- NAME [options]
  fanout      sends an alert: --recipients N (10000), --latency 0,100 (ms until the provider answers)
  freezing    plans deliveries for 100000 people in one statement: --recipients N
  webhooks    takes in reports and replies of the carrier
  storm       takes in 3000 out-of-office mails within a minute: --recipients N
  console     opens the pages of the console at a million deliveries: --recipients N of them
  lighthouse  scores home, an alert and a member's page on a phone
  --json      prints nothing but JSON
  --strict    ends with 1 where a budget is missed`;

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      recipients: { type: 'string' },
      latency: { type: 'string', default: '0,100' },
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  const recipients = (usual: number) => {
    const number = Number(values.recipients ?? usual);
    if (!Number.isInteger(number) || number < 1)
      throw new Plain(`--recipients is a whole number.\n\n${USAGE}`);
    return number;
  };
  const say = (line: string) => (values.json ? undefined : console.log(`${line} …`));
  const measured: { figures: Figure[] } | null =
    name === 'fanout'
      ? await fanout({
          recipients: recipients(10_000),
          latencies: values.latency.split(',').map(Number),
          say,
        })
      : name === 'freezing'
        ? await freezing({ recipients: recipients(100_000), say })
        : name === 'webhooks'
          ? await webhooks({ say })
          : name === 'storm'
            ? await storm({ mails: recipients(3_000), say })
            : name === 'console'
              ? await consolePages({ deliveries: recipients(1_000_000), say })
              : name === 'lighthouse'
                ? await lighthouse({ say })
                : null;
  if (!measured) throw new Plain(USAGE);
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    on: new Date().toISOString(),
  };
  console.log(JSON.stringify({ bench: name, machine, ...measured }, null, 2));
  if (!values.json)
    for (const { name: what, value, budget, met } of measured.figures)
      console.log(`${met ? 'met   ' : 'missed'} ${what}: ${value} (${budget})`);
  if (values.strict && measured.figures.some((one) => !one.met)) process.exitCode = 1;
};

main()
  .catch((error: unknown) => {
    console.error(error instanceof Plain ? error.message : error);
    process.exitCode = 1;
  })
  // Whatever a bench started ends with it.
  .finally(() => process.exit());
