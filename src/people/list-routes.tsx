import { Hono } from 'hono';
import { may, respondProblem, type AppEnv } from '../ui/index.ts';
import { addMember } from './add-member.ts';
import { listMembers, memberFigures } from './list-members.ts';
import type { Member } from './member.ts';
import { membersCsv } from './members-csv.ts';
import { listGroups, listRegions } from './organization-views.ts';
import { MembersPage } from './pages/members-page.tsx';
import { backToMembers, csvFile, flashOf, isFew, type C } from './shared-routes.ts';

/** The list of members, on a page and as a file. */
export const listRoutes = new Hono<AppEnv>();

const FILTERS = [
  'q',
  'phone',
  'email',
  'region',
  'district',
  'kind',
  'group',
  'state',
  'reach',
  'cursor',
] as const;
const askedOf = (c: C) =>
  Object.fromEntries(FILTERS.map((name) => [name, c.req.query(name)?.trim() || undefined])) as Record<
    string,
    string | undefined
  >;

listRoutes.get('/members', async (c) => {
  const { world, who, frame } = c.var;
  const asked = askedOf(c);
  const [members, figures, regions, groups] = await Promise.all([
    listMembers(world, who, asked as never),
    memberFigures(world, who, {}),
    listRegions(world, who, {}),
    listGroups(world, who, {}),
  ]);
  if (!members.ok) return respondProblem(c, members.problem, backToMembers);
  if (!figures.ok) return respondProblem(c, figures.problem);
  return c.html(
    <MembersPage
      frame={frame}
      flash={flashOf(c)}
      members={members.value.data}
      next={members.value.nextCursor}
      figures={figures.value}
      regions={regions.ok ? regions.value : []}
      groups={groups.ok ? groups.value : []}
      asked={asked}
      mayWrite={may(c, addMember)}
      few={isFew(c)}
    />,
  );
});

const EXPORT_PAGE = 1000;
listRoutes.get('/members.csv', async (c) => {
  const { cursor: _cursor, ...asked } = askedOf(c);
  const all = c.req.query('with') === 'addresses';
  const rows: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(c.var.world, c.var.who, { ...asked, cursor, limit: EXPORT_PAGE } as never);
    if (!page.ok) return respondProblem(c, page.problem, backToMembers);
    rows.push(...page.value.data);
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor);
  return csvFile(c, 'members', membersCsv(rows, all));
});
