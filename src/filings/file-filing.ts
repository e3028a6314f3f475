import * as z from 'zod';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { modelOf } from './filing-model.ts';
import { filingWithReport } from './filing-with-report.ts';
import { preparationNow } from './prepare-filing.ts';
import { insertCopies, markFiled, markObligationFiled, markSuperseded } from './queries.ts';
import { renderCopies, TYPES, type Copies, type Format } from './render-copies.ts';

/**
 * Files a prepared report: freezes its CSV, page, JSON, PDF and workbook as files with their SHA-256, then marks it filed, in this
 * order, so that a filed report always has its copies. Refused while a row is open; not done when the log changed
 * since it was prepared.
 */
export const fileFiling = verb({
  name: 'filing.file',
  by: ['owner', 'director'],
  input: z.strictObject({ filingId: z.string() }),
  run: async (world, who, { filingId }) => {
    const found = await filingWithReport(world, filingId);
    if (!found) return missing('That filing');
    const { filing, obligation } = found;
    if (filing.state !== 'prepared')
      return conflict('This report is filed already. Its copies stay as they are.');
    const now = await preparationNow(world, obligation);
    if (!now.ok) return now;
    const open = now.value.checks.filter((check) => check.blocking);
    if (open.length > 0) {
      return refused(
        'open_checks',
        `${open.length} ${open.length === 1 ? 'row of the log is' : 'rows of the log are'} still open. ${open[0]?.message ?? ''}`,
      );
    }
    if (now.value.hash !== filing.hash) {
      return conflict(
        'The log changed since this report was prepared. Prepare it again, look it over, then file it.',
      );
    }
    const at = world.clock.now();
    const copies = await freeze(
      world,
      filingId,
      await renderCopies(await modelOf(world, filing, obligation, at)),
    );
    const done = await world.db.commit(
      {
        who,
        action: 'filing.file',
        subject: { kind: 'filing', id: filingId },
        detail: {
          obligationId: obligation.id,
          version: filing.version,
          hash: filing.hash,
          copies: copies.map((one) => one.sha256),
        },
      },
      [
        must(markFiled, { id: filingId, hash: filing.hash, at, by: who.id }),
        must(markObligationFiled, { id: obligation.id, at }),
        ...(filing.supersedesId ? [must(markSuperseded, { id: filing.supersedesId })] : []),
        change(insertCopies, { filingId, copies }),
      ],
    );
    if (!done)
      return conflict('Somebody else changed or filed this report just now. Reload the page to see it.');
    return ok({ filingId, version: filing.version, copies });
  },
});

/** Puts each copy under its own hash: a commit that fails leaves a file that nothing names, never a wrong one. */
const freeze = async (world: World, filingId: string, copies: Copies) =>
  Promise.all(
    (Object.entries(copies) as [Format, Uint8Array<ArrayBuffer>][]).map(async ([format, bytes]) => {
      const hash = await sha256(bytes);
      const objectKey = `filings/${filingId}/${hash}.${format}`;
      await world.files.put(objectKey, bytes, TYPES[format]);
      return { format, objectKey, sha256: hash, size: bytes.byteLength };
    }),
  );
