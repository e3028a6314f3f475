import { Hono } from 'hono';
import { localDate } from '../platform/days.ts';
import { missing } from '../platform/problem.ts';
import type { Verb } from '../platform/verb.ts';
import { onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { calculateDueDate, CALCULATIONS } from './calculate.ts';
import type { AnyCalculator, Answer } from './calculators/calculator.ts';
import { WhatIfListPage } from './pages/what-if-list.tsx';
import { WhatIfPage } from './pages/what-if-page.tsx';
import { firstFilled, problemsOnPage, readForm } from './what-if-form.ts';

/** A calculator on our rules, whatever it takes: the filled-in form is checked by its own input. */
type Calculation = Verb<AnyCalculator['input'], Answer<unknown>> & { calculator: AnyCalculator };
const calculations = CALCULATIONS as unknown as readonly Calculation[];

/** The calculators: a list, and each with its form and answer at an address that can be kept and sent. */
export const whatIfRoutes = new Hono<AppEnv>();
whatIfRoutes.use('/filings/what-if', onlyFor(calculateDueDate));
whatIfRoutes.use('/filings/what-if/*', onlyFor(calculateDueDate));

whatIfRoutes.get('/filings/what-if', (c) =>
  c.html(<WhatIfListPage frame={c.var.frame} calculators={calculations.map((one) => one.calculator)} />),
);

whatIfRoutes.get('/filings/what-if/:name', async (c) => {
  const { world, who, frame } = c.var;
  const found = calculations.find((one) => one.calculator.id === c.req.param('name'));
  if (!found)
    return respondProblem(c, missing('That calculator').problem, {
      href: '/filings/what-if',
      label: 'What if',
    });
  const { calculator } = found;
  const { fields } = calculator;
  const asked = c.req.query('ask') !== undefined;
  const filled = asked ? c.req.query() : firstFilled(fields, localDate(world.clock.now(), frame.zone));
  if (!asked)
    return c.html(
      <WhatIfPage frame={frame} calculator={calculator} filled={filled} problems={[]} answer={null} />,
    );
  const { input, problems, nameOf } = readForm(fields, filled);
  const result = await found(world, who, input);
  const refused = result.ok ? [] : (result.problem.fields ?? []);
  const unread = new Set(problems.map((one) => one.name));
  const others = problemsOnPage(fields, filled, refused, nameOf).filter((one) => !unread.has(one.name));
  const all = [...problems, ...others];
  return c.html(
    <WhatIfPage
      frame={frame}
      calculator={calculator}
      filled={filled}
      problems={all}
      answer={result.ok && all.length === 0 ? result.value : null}
    />,
    all.length > 0 ? 422 : 200,
  );
});
