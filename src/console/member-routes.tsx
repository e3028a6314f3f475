import { Hono } from 'hono';
import { showOwnHours } from '../delivery/index.ts';
import { listOfficialsKnown, officialsOfMember } from '../legislature/index.ts';
import { listContactReports } from '../lobbying/index.ts';
import { showMember, updateMember } from '../people/index.ts';
import { formatIso, showWhen } from '../platform/days.ts';
import { read } from '../platform/together.ts';
import { roleProblem } from '../platform/verb.ts';
import { numberToText } from '../replies/index.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { exportMember } from './export-member.ts';
import { alertsOfMember, threadOfMember } from './member-queries.ts';
import { MemberShowPage } from './pages/member-show.tsx';

const MOST_ALERTS = 30;
const MOST_REPORTS = 30;

const DONE: Record<string, string> = {
  saved: 'Saved.',
  added: 'Added. This is their page.',
  returned: 'Back in the network.',
  hours: 'Their hours are set.',
  knows: 'Whom they know is saved.',
  erased: 'Erased. What is left here names nobody.',
};
const flashOf = flashFrom(DONE);

export const memberRoutes = new Hono<AppEnv>();

/** A member with their officials, what they answered and reported. Who may see whom is `showMember`'s to say. */
memberRoutes.get('/members/:id{[0-9A-HJKMNP-TV-Z]{26}}', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const member = await showMember(world, who, { id });
  if (!member.ok) return respondProblem(c, member.problem, { href: '/members', label: 'Members' });
  const [officials, known, [alerts, [thread]], reports, startTo, hours] = await Promise.all([
    officialsOfMember(world, id),
    listOfficialsKnown(world, who, { memberId: id }),
    world.db.together(
      read(alertsOfMember, { memberId: id, limit: MOST_ALERTS }),
      read(threadOfMember, { memberId: id }),
    ),
    listContactReports(world, who, { memberId: id, limit: MOST_REPORTS }),
    member.value.stoppedByCarrier.length > 0 ? numberToText(world) : null,
    showOwnHours(world, who, { id }),
  ]);
  const now = world.clock.now();
  return c.html(
    <MemberShowPage
      frame={frame}
      flash={flashOf(c)}
      member={member.value}
      startTo={startTo}
      hours={hours.ok ? hours.value : null}
      officials={officials}
      known={known.ok ? known.value.data : null}
      removed={c.req.query('removed') ?? null}
      alerts={alerts}
      thread={thread ?? null}
      reports={reports.ok ? reports.value.data.filter((one) => one.state !== 'discarded') : []}
      consent={member.value.consent.map((line) => ({
        ...line,
        when: { iso: formatIso(line.at), text: showWhen(line.at, now, frame.zone) },
      }))}
      now={now}
      mayExport={roleProblem(who, exportMember) === null}
      mayEdit={who.kind === 'staff' && updateMember.by.includes(who.role)}
    />,
  );
});
