import { Hono } from 'hono';
import { formatIso, showWhen } from '../platform/days.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { actionText, actorText, detailText, subjectText } from './journal-words.ts';
import { JournalPage } from './pages/journal.tsx';
import { readJournal } from './read-journal.ts';
import { listStaff } from './views.ts';

const ASKED = ['subject', 'action', 'actor', 'from', 'to'] as const;
const address = (asked: Record<string, string | undefined>) => {
  const given = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined);
  return `/settings/journal?${new URLSearchParams(given).toString()}`;
};

export const journalRoutes = new Hono<AppEnv>();

journalRoutes.get('/journal', (c) => c.redirect('/settings/journal', 303));

journalRoutes.get('/settings/journal', async (c) => {
  const { world, who, frame } = c.var;
  const asked = Object.fromEntries(ASKED.map((name) => [name, c.req.query(name)?.trim() || undefined]));
  const [subjectKind, subjectId] = asked.subject?.split(':') ?? [];
  const { action, actor: actorId, from, to } = asked;
  const page = await readJournal(world, who, {
    subjectKind,
    subjectId,
    action,
    actorId,
    from,
    to,
    cursor: c.req.query('cursor'),
  });
  if (!page.ok && page.problem.kind !== 'invalid') return respondProblem(c, page.problem);
  const roster = await listStaff(world, who, {});
  const { data, nextCursor } = page.ok ? page.value : { data: [], nextCursor: null };
  const now = world.clock.now();
  return c.html(
    <JournalPage
      frame={frame}
      lines={data.map((row) => ({
        when: { iso: formatIso(row.at), text: showWhen(row.at, now, frame.zone) },
        actor: actorText(row),
        action: actionText(row.action),
        subject: {
          text: subjectText(row.subjectKind, row.subjectId),
          href: address({ subject: `${row.subjectKind}:${row.subjectId}` }),
        },
        detail: detailText(row.detail),
      }))}
      people={roster.ok ? roster.value.staff : []}
      asked={asked}
      errors={page.ok ? {} : fieldErrors(page.problem)}
      subject={subjectKind && subjectId ? subjectText(subjectKind, subjectId) : null}
      next={nextCursor && address({ ...asked, cursor: nextCursor })}
    />,
    page.ok ? 200 : 422,
  );
});
