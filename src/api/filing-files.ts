import type { Context } from 'hono';
import { exportFiling, filingCsv } from '../filings/index.ts';
import type { Result } from '../platform/problem.ts';
import type { AppEnv } from '../ui/index.ts';
import { answerProblem } from './problem-details.ts';

type C = Context<AppEnv>;
const sent = (c: C, type: string, result: Result<{ name: string; text: string }>) =>
  result.ok
    ? c.body(result.value.text, 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="${result.value.name}"`,
      })
    : answerProblem(c, result.problem);

/** A filing as a file, for spreadsheets. */
export const sendFilingCsv = async (c: C): Promise<Response> => {
  const id = (c.req.param('file') ?? '').replace(/\.csv$/, '');
  return sent(c, 'text/csv; charset=utf-8', await filingCsv(c.var.world, c.var.who, { id }));
};

/** A filing in the shape of the office's own system. */
export const sendFilingExport = async (c: C): Promise<Response> => {
  const [id, as] = [c.req.param('id') ?? '', c.req.param('as') ?? ''];
  const result = await exportFiling(c.var.world, c.var.who, { id, as });
  return sent(c, result.ok ? result.value.type : '', result);
};
