import * as z from 'zod';
import { alertOf, alertOpenTo, wasLaunched } from '../alerts/index.ts';
import { tallyOf } from '../delivery/index.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { partnerOf, regionOf } from '../platform/who.ts';
import { alertTally } from '../replies/index.ts';

/**
 * How an alert stands: answers by option, region, kind and class over time, and the sending. A regional
 * president sees their region's answers; partners the totals of what is or was out, unless its words are for other partners, and no more.
 */
export const showTally = view({
  name: 'alert.tally',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'partner'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const alert = await alertOf(world, id);
    const role = who.kind === 'staff' ? who.role : null;
    const outside = role === 'partner' || role === 'regional_president';
    if (!alert || (outside && !wasLaunched(alert.state))) return missing('That alert');
    const partner = partnerOf(who);
    if (partner !== null && !(await world.db.first(alertOpenTo, { alertId: id, partner })))
      return missing('That alert');
    const answers = await alertTally(world, id, regionOf(who), alert.questions);
    if (partner !== null) {
      const { asked, answered, byOption } = answers;
      return ok({ asked, answered, byOption });
    }
    if (role === 'regional_president') return ok(answers);
    return ok({ ...answers, sending: await tallyOf(world, id) });
  },
});
