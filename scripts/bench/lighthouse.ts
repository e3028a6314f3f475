import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import measure from 'lighthouse';
import Trace from 'lighthouse/core/gather/gatherers/trace.js';
import { openBrowser } from '../../tests/journeys/browser.ts';
import { freePort, startLocal, type Local } from '../local.ts';
import { budget } from './figures.ts';
import { signedIn } from './signed-in.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = 95;
/** Nothing here is for search engines, and every page says so: the one audit that asks for the opposite is left out. */
const LEFT_OUT = ['is-crawlable'];

/** Chromium as the package builds it ends a page whose trace holds this category, which only an audit of no score reads. */
const categories = Trace.getDefaultTraceCategories().filter((one) => one !== 'blink.webdx_feature_usage');
Trace.getDefaultTraceCategories = () => categories;

/** The alert that is out, and the page that the first text about it leads to. */
const addresses = async ({ url, exchangeUrl, apiKey }: Local) => {
  const { data } = (await (
    await fetch(`${url}/api/v1/alerts?limit=200`, { headers: { authorization: `Bearer ${apiKey}` } })
  ).json()) as { data: { id: string; state: string }[] };
  const out = data.find(({ state }) => state === 'sending' || state === 'open');
  for (;;) {
    const texts = (await (await fetch(`${exchangeUrl}/_exchange/messages`)).json()) as { body: string }[];
    const page = texts.map(({ body }) => /\/a\/\w+/.exec(body)?.[0]).find(Boolean);
    if (out && page) return { home: '/', alert: `/alerts/${out.id}`, 'member page': page };
    await new Promise((done) => setTimeout(done, 500));
  }
};

/** Lighthouse as it stands, on its own phone and network, over home, an alert and a member's page of the demo. */
export const lighthouse = async ({ say }: { say(line: string): void }) => {
  const state = mkdtempSync(join(tmpdir(), 'bench-lighthouse-'));
  const local = await startLocal({
    port: await freePort(),
    exchangePort: await freePort(),
    state,
    network: 'demo',
    say,
  });
  const port = await freePort();
  const browser = await openBrowser(`--remote-debugging-port=${port}`);
  try {
    const cookie = await signedIn(local);
    const runs = [];
    for (const [page, path] of Object.entries(await addresses(local))) {
      say(`The ${page}`);
      const result = await measure(local.url + path, {
        port,
        logLevel: 'error',
        output: 'json',
        onlyCategories: CATEGORIES,
        skipAudits: LEFT_OUT,
        extraHeaders: page === 'member page' ? {} : { cookie },
      });
      if (!result) throw new Error(`Lighthouse said nothing of the ${page}.`);
      const { categories, audits, runtimeError } = result.lhr;
      if (runtimeError) throw new Error(`Lighthouse could not measure the ${page}: ${runtimeError.message}`);
      const scores = Object.values(categories).map(({ title, score, auditRefs }) => ({
        category: title,
        score: Math.round((score ?? 0) * 100),
        lost: auditRefs
          .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
          .map(({ id }) => [id, audits[id]?.displayValue].filter(Boolean).join(' ')),
      }));
      runs.push({ page, scores });
    }
    return {
      figures: runs.flatMap(({ page, scores }) =>
        scores.map(({ category, score }) =>
          budget(`${category} of the ${page}, without ${LEFT_OUT.join(', ')}`, score, 'at least', LEAST),
        ),
      ),
      runs,
    };
  } finally {
    await browser.close();
    await local.stop();
    rmSync(state, { recursive: true, force: true });
  }
};
