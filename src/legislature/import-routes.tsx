import { Hono, type Context } from 'hono';
import { writeCsv } from '../platform/csv.ts';
import { localDate, showMoment, showShortDay } from '../platform/days.ts';
import { FEED_NAMES } from '../platform/feeds.ts';
import { fileOf, formOf, text, ticked } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem, type Result } from '../platform/problem.ts';
import { networkSettings } from '../staff/index.ts';
import {
  fieldErrors,
  flashFrom,
  onlyFor,
  respondProblem,
  type AppEnv,
  type FlashMessage,
} from '../ui/index.ts';
import { assignReachByZip } from './assign-reach-by-zip.ts';
import { jurisdictionName } from './chambers.ts';
import { fetchFeed } from './fetch-feed.ts';
import { fetchFile } from './fetch-file.ts';
import { importCommittees } from './import-committees.ts';
import { importCongress } from './import-congress.ts';
import { importOfficials } from './import-officials.ts';
import { importReach } from './import-reach.ts';
import { listChambers } from './list-chambers.ts';
import { importPages, listedImports, type ImportWords } from '../people/index.ts';
import { ImportPreviewPage, ImportsPage } from './pages/imports.tsx';
import { countOf, FILE_KINDS, type FileKind } from './pages/words.ts';
import { fetches, jurisdictionsFollowed } from './queries.ts';
import { REACH_COLUMNS } from './reach-rows.ts';
import type { Refresh } from './refresh.ts';
import { keepWaiting, waitingFile } from './waiting-file.ts';

type C = Context<AppEnv>;
type How = { fileName: string; dryRun: boolean; acceptOlder: boolean; acceptGoodRows: boolean };

const isKind = (text: string | undefined): text is FileKind => text !== undefined && text in FILE_KINDS;

const runImport = (
  c: C,
  kind: FileKind,
  file: string,
  how: How,
): Promise<Result<Refresh & { byHand?: unknown[] }>> => {
  const { world, who } = c.var;
  const { fileName, dryRun, acceptOlder, acceptGoodRows } = how;
  switch (kind) {
    case 'officials':
      return importOfficials(world, who, { file, fileName, dryRun, acceptOlder });
    case 'congress':
      return importCongress(world, who, { file, fileName, dryRun, acceptOlder });
    case 'committees':
      return importCommittees(world, who, { file, fileName, dryRun, acceptOlder, acceptGoodRows });
    case 'reach':
      return importReach(world, who, { file, fileName, dryRun, acceptGoodRows });
    case 'zip':
      return assignReachByZip(world, who, { file, fileName, dryRun });
  }
};

/** How imports of this slice are spoken of. */
const PEOPLE: ImportWords = {
  created: 'New people',
  one: 'One person',
  would: (removed, restored) =>
    `${countOf(removed, 'person', 'people')} who came with it will be removed, and ${countOf(restored, 'seat or person', 'seats and people')} put back as before.`,
  stays:
    'A seat that nobody held before the file stands vacant; whoever stays is on record without it. What staff corrected stays corrected.',
  notes: { title: 'What it changed', about: 'Seat or person' },
};
const WORDS: Record<string, ImportWords> = {
  officials: PEOPLE,
  congress: PEOPLE,
  committees: {
    created: 'New memberships',
    one: 'One committee',
    would: (removed, restored) =>
      `${countOf(removed, 'membership')} will be removed and ${countOf(restored, 'membership')} put back as before.`,
    stays: 'Committees are as they were before the file.',
  },
  reach: {
    created: 'New shares',
    one: 'One district',
    href: '/members/districts',
    would: (removed, restored) =>
      `${countOf(removed, 'school district')} will have no reach there, as before the file, and ${countOf(restored, 'school district')} the shares from before.`,
    stays: 'What staff set by hand stays.',
  },
};

const flashOf = flashFrom({ bills: 'The bills are fetched.' });

/** What services tell by themselves, and how the last fetch of each went. */
const liveOf = async (c: C) => {
  const { world, frame } = c.var;
  const roster = world.rosterFeed?.service;
  const bills = world.billFeed?.service;
  if (!roster && !bills) return [];
  const [{ state }, went, followed] = await Promise.all([
    networkSettings(world),
    world.db.all(fetches, {}),
    world.db.all(jurisdictionsFollowed, { today: localDate(world.clock.now(), frame.zone) }),
  ]);
  const kinds = [
    ...(roster ? (['officials', 'committees'] as const) : []).map((kind) => ({
      kind,
      jurisdiction: state,
      service: roster,
    })),
    ...(bills ? followed : []).map(({ jurisdiction }) => ({
      kind: 'bills' as const,
      jurisdiction,
      service: bills,
    })),
  ];
  return kinds.map(({ kind, jurisdiction, service }) => {
    const last = went.find((one) => one.kind === kind && one.jurisdiction === jurisdiction);
    return {
      kind,
      jurisdiction,
      what: `${kind === 'bills' ? 'Bills you follow' : FILE_KINDS[kind].label}, ${jurisdictionName(jurisdiction)}`,
      service: service ? FEED_NAMES[service] : '',
      worked: last?.workedAt
        ? `Last fetched ${showMoment(last.workedAt, world.clock.now(), frame.zone)}.`
        : 'Not fetched yet.',
      problem: last?.problem ?? null,
    };
  });
};

const importsPage = async (c: C, kind: string | null, problem?: Problem) => {
  const { world, who, frame } = c.var;
  const read = await listChambers(world, who, {});
  if (!read.ok) return respondProblem(c, read.problem);
  const live = await liveOf(c);
  const listed = await listedImports(c, Object.keys(WORDS));
  if (!listed.ok) return respondProblem(c, listed.problem);
  const errors = fieldErrors(problem ?? null);
  const places = (problem?.fields ?? []).filter((one) => one.field !== 'file' && one.field !== 'kind');
  const beside = problem?.kind === 'invalid' && places.length === 0;
  const done = c.req.query('done');
  const flash: FlashMessage | null = isKind(done)
    ? { kind: 'done', text: `${FILE_KINDS[done].label}: the file is imported.` }
    : flashOf(c);
  return c.html(
    <ImportsPage
      frame={frame}
      feeds={read.value.feeds.map((feed) => ({
        what: `${FILE_KINDS[feed.kind as FileKind].label}, ${jurisdictionName(feed.jurisdiction)}`,
        source: feed.source,
        asOf: showShortDay(feed.asOf, { year: true }),
        importedOn: showShortDay(localDate(feed.importedAt, frame.zone), { year: true }),
      }))}
      live={live}
      earlier={listed.value}
      kind={kind}
      problem={
        problem && !beside
          ? { message: problem.message, places, older: problem.rule === 'older-file' }
          : undefined
      }
      errors={errors}
      flash={flash}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

export const importRoutes = new Hono<AppEnv>();

importRoutes.get('/officials/imports', onlyFor(importOfficials), (c) =>
  importsPage(c, c.req.query('kind') ?? null),
);

importRoutes.get('/officials/imports/reach.csv', (c) =>
  c.body(writeCsv(REACH_COLUMNS, [], { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="reach-template.csv"',
  }),
);

importRoutes.post('/officials/imports', async (c) => {
  const data = await c.req.formData();
  const form = formOf(data);
  const kind = text(form, 'kind');
  const file = await fileOf(data, 'file');
  const fields = [
    ...(isKind(kind) ? [] : [{ field: 'kind', message: 'Choose what is in the file.' }]),
    ...(file ? [] : [{ field: 'file', message: 'Choose a file.' }]),
  ];
  if (!isKind(kind) || !file)
    return importsPage(c, kind ?? null, {
      kind: 'invalid',
      message: 'Some fields need another look.',
      fields,
    });
  return previewPage(c, kind, file.name, new TextDecoder().decode(file.bytes), ticked(form, 'acceptOlder'));
});

/** What a file would change, with the file kept until that is confirmed. */
const previewPage = async (
  c: C,
  kind: FileKind,
  fileName: string,
  content: string,
  acceptOlder: boolean,
): Promise<Response> => {
  const seen = await runImport(c, kind, content, {
    fileName,
    dryRun: true,
    acceptOlder,
    acceptGoodRows: false,
  });
  if (!seen.ok)
    return seen.problem.kind === 'forbidden'
      ? respondProblem(c, seen.problem)
      : importsPage(c, kind, seen.problem);
  const hash = await keepWaiting(c.var.world, content);
  return c.html(
    <ImportPreviewPage
      frame={c.var.frame}
      kind={kind}
      fileName={fileName}
      hash={hash}
      acceptOlder={acceptOlder}
      refresh={{ ...seen.value, asOf: showShortDay(seen.value.asOf, { year: true }) }}
      byHand={seen.value.byHand?.length ?? 0}
    />,
  );
};

/** Asks a service now. People and committees are shown by what they would change, like a file; bills are taken. */
importRoutes.post('/officials/imports/fetch', async (c) => {
  const { world, who } = c.var;
  const form = formOf(await c.req.formData());
  const kind = text(form, 'kind') ?? '';
  const jurisdiction = text(form, 'jurisdiction') ?? '';
  if (kind !== 'officials' && kind !== 'committees') {
    const done = await fetchFeed(world, who, { kind: 'bills', jurisdiction });
    if (done.ok) return c.redirect('/officials/imports?done=bills', 303);
    return done.problem.kind === 'forbidden'
      ? respondProblem(c, done.problem)
      : importsPage(c, null, done.problem);
  }
  const fetched = await fetchFile(world, who, { kind, jurisdiction });
  if (fetched.ok) return previewPage(c, kind, fetched.value.fileName, fetched.value.file, false);
  return fetched.problem.kind === 'forbidden'
    ? respondProblem(c, fetched.problem)
    : importsPage(c, kind, fetched.problem);
});

importRoutes.post('/officials/imports/:hash/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const kind = text(form, 'kind');
  const file = await waitingFile(c.var.world, c.req.param('hash'));
  if (!isKind(kind) || file === null)
    return importsPage(c, kind ?? null, {
      kind: 'conflict',
      message: 'The file is not waiting here any more. Choose it again.',
    });
  const done = await runImport(c, kind, file, {
    fileName: text(form, 'fileName') ?? '',
    dryRun: false,
    acceptOlder: ticked(form, 'acceptOlder'),
    acceptGoodRows: ticked(form, 'acceptGoodRows'),
  });
  if (done.ok) return c.redirect(`/officials/imports?done=${kind}`, 303);
  return done.problem.kind === 'forbidden'
    ? respondProblem(c, done.problem)
    : importsPage(c, kind, done.problem);
});

const imported = importPages({
  at: '/officials/imports',
  label: 'Bring officials up to date',
  current: 'officials',
  words: WORDS,
  tells: true,
});
importRoutes.get('/officials/imports/:id', imported.show);
importRoutes.post('/officials/imports/:id/undo', imported.undo);
