import { Hono, type Context } from 'hono';
import { localDate, showShortDay } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { regionOf } from '../platform/who.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { jurisdictionName } from './chambers.ts';
import { correctOfficial } from './correct-official.ts';
import { dataAges } from './data-age.ts';
import { importOfficials } from './import-officials.ts';
import { listChambers } from './list-chambers.ts';
import { reachGapsRead } from './list-unreached.ts';
import { listOfficials } from './list-officials.ts';
import { listRelationships } from './list-relationships.ts';
import { OfficialPage } from './pages/official.tsx';
import { OfficialsPage } from './pages/officials.tsx';
import { showOfficial } from './show-official.ts';
import { may, showShare, showSpan } from './shown.ts';

type C = Context<AppEnv>;
const BACK = { href: '/officials', label: 'Officials' };
const flashOf = flashFrom({ contact: 'The contact is saved.', knows: 'Who knows them is saved.' });

export const officialsRoutes = new Hono<AppEnv>();

officialsRoutes.get('/officials', async (c) => {
  const { world, who, frame } = c.var;
  const chamberId = c.req.query('chamber') ?? null;
  const q = c.req.query('q') ?? '';
  const chambers = await listChambers(world, who, {});
  const seats = await listOfficials(world, who, { chamberId, q, cursor: c.req.query('cursor') ?? '' });
  if (!chambers.ok) return respondProblem(c, chambers.problem);
  if (!seats.ok) return respondProblem(c, seats.problem);
  const { nextCursor } = seats.value;
  const ages = await dataAges(world, frame.zone);
  const [[gaps = null]] = await world.db.together(reachGapsRead(who));
  const query = new URLSearchParams({
    ...(chamberId && { chamber: chamberId }),
    ...(q && { q }),
    cursor: nextCursor ?? '',
  });
  const kinds = { officials: 'officials', congress: 'Congress' } as Record<string, string>;
  return c.html(
    <OfficialsPage
      frame={frame}
      chambers={chambers.value.data}
      chamberId={chamberId}
      q={q}
      seats={seats.value.data}
      nextHref={nextCursor && `/officials?${query.toString()}`}
      old={chambers.value.feeds.flatMap((feed) => {
        const age = kinds[feed.kind] ? ages(feed.jurisdiction, feed.kind) : null;
        return age?.old ? [age] : [];
      })}
      ages={chambers.value.feeds
        .filter((feed) => kinds[feed.kind])
        .map((feed) =>
          feed.kind === 'congress'
            ? `Congress of ${showShortDay(feed.asOf, { year: true })}.`
            : `${jurisdictionName(feed.jurisdiction)} of ${showShortDay(feed.asOf, { year: true })}.`,
        )}
      seesAll={regionOf(who) === null}
      mayImport={may(who, importOfficials)}
      gaps={gaps}
    />,
  );
});

const officialPage = async (
  c: C,
  id: string,
  again?: { problem: Problem; values: Record<string, string> },
) => {
  const { world, who, frame } = c.var;
  const read = await showOfficial(world, who, { id });
  if (!read.ok) return respondProblem(c, read.problem, BACK);
  const { override, tenures, districts, ...official } = read.value;
  const known = await listRelationships(world, who, { officialId: id });
  const place = read.value.seat;
  const age = (await dataAges(world, frame.zone))(
    place?.level === 'federal' ? 'US' : (place?.state ?? ''),
    place?.level === 'federal' ? 'congress' : 'officials',
    official.asOf,
  );
  return c.html(
    <OfficialPage
      frame={frame}
      official={{
        ...official,
        corrected: Object.keys(override),
        tenures: tenures.map((one) => ({ ...one, when: showSpan(one.fromOn, one.toOn) })),
        districts: districts.map((one) => ({ ...one, share: showShare(one.share) })),
        age,
      }}
      knownBy={
        known.ok
          ? known.value.data.map((one) => ({
              ...one,
              name: `${one.firstName} ${one.lastName}`,
              href: `/members/${one.memberId}`,
              beside: one.districtName,
              onDate: localDate(one.at, frame.zone),
            }))
          : null
      }
      removed={c.req.query('removed') ?? null}
      mayCorrect={may(who, correctOfficial)}
      mayImport={may(who, importOfficials)}
      values={again?.values ?? official}
      errors={fieldErrors(again?.problem ?? null)}
      flash={flashOf(c)}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

officialsRoutes.get('/officials/:id', (c) => officialPage(c, c.req.param('id')));

officialsRoutes.post('/officials/:id/contact', async (c) => {
  const { world, who } = c.var;
  const id = c.req.param('id');
  const form = formOf(await c.req.formData());
  const shown = await showOfficial(world, who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, BACK);
  const values = {
    phone: text(form, 'phone') ?? '',
    email: text(form, 'email') ?? '',
    office: text(form, 'office') ?? '',
  };
  // Only what was typed anew becomes a correction; the rest goes on following the files.
  const changed = Object.entries(values).filter(
    ([field, value]) => value !== (shown.value[field as keyof typeof values] ?? ''),
  );
  const done = await correctOfficial(world, who, { id, ...Object.fromEntries(changed) });
  if (done.ok) return c.redirect(`/officials/${id}?done=contact`, 303);
  return done.problem.kind === 'invalid'
    ? officialPage(c, id, { problem: done.problem, values })
    : respondProblem(c, done.problem, BACK);
});
