/**
 * Filings: which reports fall due for whom and why, and each report prepared from the lobbying log. Rules are
 * dated rows with a source; a regime is a folder of pure functions over them. It promises that every figure of a
 * report names the rows it came from, that an amount is reported once and none is lost, that members' own contacts
 * stay on the worksheet, and that what is filed is frozen: files with their SHA-256, rows that render the same
 * bytes again, and a new version where the log changes later.
 */
import type { World } from '../platform/world.ts';
import { refreshObligations } from './refresh-obligations.ts';
import { remindOfReports } from './remind-of-reports.ts';

export { amendFiling } from './amend-filing.ts';
export { CALCULATIONS } from './calculate.ts';
export { checkFiling } from './check-filing.ts';
export { compareFiling } from './compare-filing.ts';
export { exportFiling } from './export-filing.ts';
export { fileFiling } from './file-filing.ts';
export { asks } from './regimes/index.ts';
export { filedRows } from './filed-rows.ts';
export { filedCopy, filingCsv } from './filing-csv.ts';
export { filingFile } from './filing-file.ts';
export type { FilingModel } from './filing-model.ts';
export { keepReceipt } from './keep-receipt.ts';
export { listReceipts, receiptFile } from './receipts.ts';
export { listDueDates, type DueDateView } from './list-due-dates.ts';
export { listFacts, type FilerFacts } from './list-facts.ts';
export { listFilings } from './list-filings.ts';
export { listObligations, showObligation, type ObligationView } from './list-obligations.ts';
export { listThresholds, type ThresholdView } from './list-thresholds.ts';
export { markFiledByOther } from './mark-filed-by-other.ts';
export { prepareFiling } from './prepare-filing.ts';
export { recordFact } from './record-fact.ts';
export { refreshObligations } from './refresh-obligations.ts';
export { REGIMES } from './regimes/index.ts';
export { renderCopies } from './render-copies.ts';
export { filingRoutes } from './routes.tsx';
export { addCalendarDay } from './days/add-calendar-day.ts';
export { listCalendarDays } from './days/list-calendar-days.ts';
export { removeCalendarDay } from './days/remove-calendar-day.ts';
export { addRule } from './rules/add-rule.ts';
export { correctRule } from './rules/correct-rule.ts';
export { listRules, showRule, type RuleView } from './rules/list-rules.ts';
export { proposeRule } from './rules/propose-rule.ts';
export { putRuleInForce } from './rules/put-rule-in-force.ts';
export { reviewRule } from './rules/review-rule.ts';
export { withdrawRule } from './rules/withdraw-rule.ts';
export { shareMet } from './share-met.ts';
export { showFiling } from './show-filing.ts';
export { verifyFiling } from './verify-filing.ts';

/** Clocks of this slice: due dates follow the log once a day, and what falls due is told. */
export const filingsClocks = {
  daily: {
    'obligation.refresh': async (world: World): Promise<Record<string, number>> => {
      const result = await refreshObligations(world, { kind: 'clock', id: 'obligation.refresh' }, {});
      if (!result.ok) throw new Error(result.problem.message);
      return { changed: result.value.changed };
    },
    'obligation.remind': remindOfReports,
  },
};
