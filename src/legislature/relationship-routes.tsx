import { Hono, type Context } from 'hono';
import { listMembers, showMember } from '../people/index.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { regionOf } from '../platform/who.ts';
import { fieldErrors, may, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addRelationship } from './add-relationship.ts';
import { changeRelationship } from './change-relationship.ts';
import { correctOfficial } from './correct-official.ts';
import { listChambers } from './list-chambers.ts';
import { listKnown } from './list-known.ts';
import { officialsOfMember } from './officials-of.ts';
import { KnownPage } from './pages/known.tsx';
import { NewRelationshipPage, RelationshipPage } from './pages/relationship-form.tsx';
import { currentOfficials, membersReaching } from './queries.ts';
import { removeRelationship, restoreRelationship } from './remove-relationship.ts';
import { showOfficial } from './show-official.ts';
import { showRelationship } from './show-relationship.ts';

type C = Context<AppEnv>;
type Side = 'member' | 'official';

const BACK = { href: '/officials', label: 'Officials' };
const MOST_FOUND = 50;
const sideIn = (value: string | undefined): Side => (value === 'member' ? 'member' : 'official');
const pageOf = (side: Side, of: { memberId: string; officialId: string }) =>
  side === 'member' ? `/members/${of.memberId}` : `/officials/${of.officialId}`;

/** What a form says of how they know each other, as the verbs take it. */
const knownIn = (form: Form) => {
  const year = text(form, 'sinceYear');
  return {
    kind: (text(form, 'kind') ?? '') as never,
    strength: Number(text(form, 'strength') ?? 0),
    sinceYear: year === undefined ? null : Number(year),
    note: text(form, 'note') ?? '',
  };
};
const typedIn = (form: Form) =>
  Object.fromEntries(
    ['memberId', 'officialId', 'kind', 'strength', 'sinceYear', 'note'].map((name) => [
      name,
      text(form, name) ?? null,
    ]),
  );

export const relationshipRoutes = new Hono<AppEnv>();

relationshipRoutes.get('/officials/relationships', async (c) => {
  const { world, who, frame } = c.var;
  const chamberId = c.req.query('chamber') || null;
  const unknownOnly = c.req.query('unknown') !== undefined;
  const [chambers, known] = await Promise.all([
    listChambers(world, who, {}),
    listKnown(world, who, { chamberId, unknownOnly, cursor: c.req.query('cursor') ?? '', limit: MOST_FOUND }),
  ]);
  if (!chambers.ok) return respondProblem(c, chambers.problem, BACK);
  if (!known.ok) return respondProblem(c, known.problem, BACK);
  const { data, nextCursor } = known.value;
  const query = new URLSearchParams({
    ...(chamberId && { chamber: chamberId }),
    ...(unknownOnly && { unknown: '1' }),
    cursor: nextCursor ?? '',
  });
  return c.html(
    <KnownPage
      frame={frame}
      chambers={chambers.value.data}
      chamberId={chamberId}
      unknownOnly={unknownOnly}
      officials={data}
      nextHref={nextCursor && `/officials/relationships?${query.toString()}`}
      // The same roles draft alerts, which are a higher slice's.
      askHref={may(c, correctOfficial) ? '/alerts/new?ask=known' : null}
    />,
  );
});

/** The member whom the form is about, and every official by chamber, their own first. */
const aboutMember = async (c: C, memberId: string) => {
  const { world, who } = c.var;
  const member = await showMember(world, who, { id: memberId });
  if (!member.ok) return member;
  const own = await officialsOfMember(world, memberId);
  const all = await world.db.all(currentOfficials, {});
  const chambers = new Map<string, { value: string; label: string }[]>();
  for (const one of all) {
    const list = chambers.get(one.chamberName) ?? [];
    chambers.set(one.chamberName, [...list, { value: one.officialId, label: `${one.title} ${one.name}` }]);
  }
  const choices = [
    {
      label: 'Their own officials',
      options: own.map((one) => ({ value: one.officialId, label: `${one.title} ${one.name}` })),
    },
    ...[...chambers].map(([label, options]) => ({
      label,
      options: options.filter(({ value }) => !own.some((one) => one.officialId === value)),
    })),
  ].filter(({ options }) => options.length > 0);
  const { firstName, lastName } = member.value;
  return { ok: true as const, value: { name: `${firstName} ${lastName}`, choices, q: null } };
};

/** The official whom the form is about, and members to choose: who reaches the seat, or who is searched for. */
const aboutOfficial = async (c: C, officialId: string, chosen: string | null) => {
  const { world, who } = c.var;
  const official = await showOfficial(world, who, { id: officialId });
  if (!official.ok) return official;
  const q = c.req.query('q')?.trim() ?? '';
  const near = await world.db.all(membersReaching, { officialId, regionId: regionOf(who) });
  const found = q ? await listMembers(world, who, { q, limit: MOST_FOUND }) : null;
  if (found && !found.ok) return found;
  const members = found ? found.value.data.map((one) => ({ ...one, districtName: one.district })) : near;
  const typed =
    chosen && !members.some(({ id }) => id === chosen) ? await showMember(world, who, { id: chosen }) : null;
  const choices = [
    ...(typed?.ok ? [{ ...typed.value, districtName: typed.value.district }] : []),
    ...members,
  ].map(({ id, firstName, lastName, districtName }) => ({
    value: id,
    label: [`${firstName} ${lastName}`, districtName].filter(Boolean).join(', '),
  }));
  const { seat, name } = official.value;
  return { ok: true as const, value: { name: seat ? `${seat.title} ${name}` : name, choices, q } };
};

const newPage = async (c: C, side: Side, givenId: string, form: Form | null, problem: Problem | null) => {
  const about =
    side === 'member'
      ? await aboutMember(c, givenId)
      : await aboutOfficial(c, givenId, form ? (text(form, 'memberId') ?? null) : null);
  if (!about.ok) return respondProblem(c, about.problem, BACK);
  const { name, choices, q } = about.value;
  return c.html(
    <NewRelationshipPage
      frame={c.var.frame}
      id={(form && text(form, 'id')) ?? c.var.world.ids.next()}
      side={side}
      given={{ id: givenId, name }}
      back={{ href: pageOf(side, { memberId: givenId, officialId: givenId }), label: name }}
      choices={choices}
      q={q}
      values={form ? typedIn(form) : {}}
      errors={fieldErrors(problem)}
    />,
    problem ? 422 : 200,
  );
};

relationshipRoutes.get('/officials/relationships/new', onlyFor(addRelationship), (c) => {
  const member = c.req.query('member');
  return newPage(c, sideIn(member && 'member'), member ?? c.req.query('official') ?? '', null, null);
});

relationshipRoutes.post('/officials/relationships', async (c) => {
  const form = formOf(await c.req.formData());
  const side = sideIn(text(form, 'side'));
  const of = { memberId: text(form, 'memberId') ?? '', officialId: text(form, 'officialId') ?? '' };
  const done = await addRelationship(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...of,
    ...knownIn(form),
  });
  if (done.ok) return c.redirect(`${pageOf(side, of)}?done=knows#knows`, 303);
  return done.problem.kind === 'invalid'
    ? newPage(c, side, side === 'member' ? of.memberId : of.officialId, form, done.problem)
    : respondProblem(c, done.problem, BACK);
});

const changePage = async (c: C, form: Form | null, problem: Problem | null) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id') ?? '';
  const read = await showRelationship(world, who, { id });
  if (!read.ok) return respondProblem(c, read.problem, BACK);
  const found = read.value;
  const side = sideIn(form ? text(form, 'side') : c.req.query('side'));
  const memberName = `${found.firstName} ${found.lastName}`;
  return c.html(
    <RelationshipPage
      frame={frame}
      relationship={{
        id,
        memberName,
        officialName: found.officialName,
        fromSurvey: found.source === 'survey',
      }}
      side={side}
      back={{ href: pageOf(side, found), label: side === 'member' ? memberName : found.officialName }}
      values={form ? typedIn(form) : found}
      errors={fieldErrors(problem)}
    />,
    problem ? 422 : 200,
  );
};

relationshipRoutes.get('/officials/relationships/:id', (c) => changePage(c, null, null));

relationshipRoutes.post('/officials/relationships/:id', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await changeRelationship(c.var.world, c.var.who, { id: c.req.param('id'), ...knownIn(form) });
  if (done.ok) return c.redirect(`${pageOf(sideIn(text(form, 'side')), done.value)}?done=knows#knows`, 303);
  return done.problem.kind === 'invalid'
    ? changePage(c, form, done.problem)
    : respondProblem(c, done.problem, BACK);
});

relationshipRoutes.post('/officials/relationships/:id/removal', async (c) => {
  const side = sideIn(text(formOf(await c.req.formData()), 'side'));
  const id = c.req.param('id');
  const done = await removeRelationship(c.var.world, c.var.who, { id });
  return done.ok
    ? c.redirect(`${pageOf(side, done.value)}?removed=${id}#knows`, 303)
    : respondProblem(c, done.problem, BACK);
});

relationshipRoutes.post('/officials/relationships/:id/restoration', async (c) => {
  const side = sideIn(text(formOf(await c.req.formData()), 'side'));
  const done = await restoreRelationship(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok
    ? c.redirect(`${pageOf(side, done.value)}?done=knows#knows`, 303)
    : respondProblem(c, done.problem, BACK);
});
