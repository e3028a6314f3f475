import type { Context } from 'hono';
import { filingCsv } from '../filings/index.ts';
import type { AppEnv } from '../ui/index.ts';
import { answerProblem } from './problem-details.ts';

/** A filing as a file, for spreadsheets. */
export const sendFilingCsv = async (c: Context<AppEnv>): Promise<Response> => {
  const id = (c.req.param('file') ?? '').replace(/\.csv$/, '');
  const result = await filingCsv(c.var.world, c.var.who, { id });
  if (!result.ok) return answerProblem(c, result.problem);
  return c.body(result.value.text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${result.value.name}"`,
  });
};
