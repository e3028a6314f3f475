import { Hono, type Context } from 'hono';
import { localDate, showShortDay } from '../platform/days.ts';
import { fileOf, formOf, text, ticked } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, flashFrom, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { jurisdictionName } from './chambers.ts';
import { MapPreviewPage } from './pages/map-preview.tsx';
import { MapsPage } from './pages/maps.tsx';
import { discardMap, prepareMap } from './prepare-map.ts';
import { listMaps, redrawSeats } from './redraw-seats.ts';
import { keepWaiting, waitingFile } from './waiting-file.ts';

type C = Context<AppEnv>;
const AT = '/officials/maps';
const BACK = { href: AT, label: 'Maps of seats' };
const flashOf = flashFrom({
  ended: 'The old map has ended.',
  prepared: 'The new map is prepared.',
  discarded: 'The new map is discarded.',
});

/** The maps of seats: one prepared ahead, the end of one where another is in force already. */
export const mapRoutes = new Hono<AppEnv>();

/** What was sent last by one of the forms, where something is wrong with it. */
type Sent = { form: 'prepare' | 'end'; problem: Problem; day?: string };

const mapsPage = async (c: C, sent?: Sent) => {
  const { world, who, frame } = c.var;
  const read = await listMaps(world, who, {});
  if (!read.ok) return respondProblem(c, read.problem);
  const { data, prepared } = read.value;
  const day = (on: string) => showShortDay(on, { year: true });
  return c.html(
    <MapsPage
      frame={frame}
      maps={data.map((map) => {
        const next = prepared.find((one) => one.chamberId === map.chamberId && one.state === map.state);
        return {
          ...map,
          name: map.level === 'federal' ? `${map.name}, ${jurisdictionName(map.state)}` : map.name,
          since: map.fromOn && `since ${day(map.fromOn)}`,
          next: next ? { ...next, begins: day(next.on) } : null,
        };
      })}
      today={localDate(world.clock.now(), frame.zone)}
      sent={sent && { ...sent, errors: fieldErrors(sent.problem) }}
      ended={c.req.query('done') === 'ended'}
      flash={flashOf(c)}
    />,
    sent ? PROBLEM_STATUS[sent.problem.kind] : 200,
  );
};

mapRoutes.get(AT, onlyFor(redrawSeats), (c) => mapsPage(c));

/** What a file would prepare; it waits until that is confirmed. */
mapRoutes.post(`${AT}/preview`, async (c) => {
  const { world, who, frame } = c.var;
  const data = await c.req.formData();
  const file = await fileOf(data, 'file');
  const on = text(formOf(data), 'firstDay') ?? '';
  const content = file ? new TextDecoder().decode(file.bytes) : '';
  const seen = await prepareMap(world, who, { file: content, on, dryRun: true });
  if (!seen.ok)
    return seen.problem.kind === 'forbidden'
      ? respondProblem(c, seen.problem, BACK)
      : mapsPage(c, { form: 'prepare', problem: seen.problem, day: on });
  return c.html(
    <MapPreviewPage
      frame={frame}
      hash={await keepWaiting(world, content)}
      fileName={file?.name ?? ''}
      on={on}
      begins={showShortDay(on, { year: true })}
      maps={seen.value.maps.map((map) => ({
        ...map,
        replaces: map.replaces && showShortDay(map.replaces, { year: true }),
      }))}
      rejected={seen.value.rejected}
    />,
  );
});

mapRoutes.post(`${AT}/:hash/confirmation`, async (c) => {
  const { world, who } = c.var;
  const form = formOf(await c.req.formData());
  const on = text(form, 'on') ?? '';
  const file = await waitingFile(world, c.req.param('hash'));
  if (file === null)
    return mapsPage(c, {
      form: 'prepare',
      problem: { kind: 'conflict', message: 'The file is not waiting here any more. Choose it again.' },
      day: on,
    });
  const done = await prepareMap(world, who, { file, on, acceptGoodRows: ticked(form, 'acceptGoodRows') });
  if (done.ok) return c.redirect(`${AT}?done=prepared`, 303);
  return done.problem.kind === 'invalid'
    ? mapsPage(c, { form: 'prepare', problem: done.problem, day: on })
    : respondProblem(c, done.problem, BACK);
});

mapRoutes.post(`${AT}/removal`, async (c) => {
  const form = formOf(await c.req.formData());
  const map = { chamberId: text(form, 'chamberId') ?? '', state: text(form, 'state') ?? '' };
  const done = await discardMap(c.var.world, c.var.who, map);
  return done.ok ? c.redirect(`${AT}?done=discarded`, 303) : respondProblem(c, done.problem, BACK);
});

mapRoutes.post(AT, async (c) => {
  const form = formOf(await c.req.formData());
  const [chamberId = '', state = ''] = (text(form, 'map') ?? '').split(' ');
  const on = text(form, 'on') ?? '';
  const done = await redrawSeats(c.var.world, c.var.who, { chamberId, state, on });
  if (done.ok) return c.redirect(`${AT}?done=ended`, 303);
  return done.problem.kind === 'invalid' || done.problem.kind === 'refused'
    ? mapsPage(c, { form: 'end', problem: done.problem, day: on })
    : respondProblem(c, done.problem, BACK);
});
