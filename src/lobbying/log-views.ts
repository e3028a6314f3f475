import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { addDays, localDate, weekday } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { keyOf, SUBJECTS } from './attachments.ts';
import { day } from './contact-report-input.ts';
import {
  attachmentById,
  attachmentsOf,
  compensations,
  costsOfLine,
  duesReceipts,
  recurringEntries,
  staffLobbyists,
  twinsOf,
  weekOf,
} from './queries.ts';

const readers = ['owner', 'director', 'coordinator', 'staff'] as const;
/** Pay is of persons: those who prepare reports see it. */
const desk = ['owner', 'director', 'staff'] as const;
const period = { from: day.default('0000-01-01'), to: day.default('9999-12-31') };

/** The Monday of a day's week. */
export const mondayOf = (on: string): string => addDays(on, 1 - weekday(on));

/**
 * A week at a glance, this one where no day is given: minutes and lines of each person and day, totals, working days of
 * lobbyists that are over with nothing in the log, and lines that look alike.
 */
export const showWeek = view({
  name: 'log.week',
  by: readers,
  input: z.strictObject({ from: day.optional() }),
  run: async (world, _who, { from: asked }) => {
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const from = mondayOf(asked ?? today);
    const days = [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(from, at));
    const to = days[6] ?? from;
    const [cells, lobbyists, twins] = await Promise.all([
      world.db.all(weekOf, { from, to }),
      world.db.all(staffLobbyists, { from, to }),
      world.db.all(twinsOf, { from, to }),
    ]);
    const names = new Map<string, string | null>();
    for (const one of lobbyists) names.set(one.name, one.staffId);
    for (const one of cells) if (!names.has(one.person)) names.set(one.person, one.staffId);
    const people = [...names].map(([person, staffId]) => {
      const own = days.map((on) => {
        const found = cells.filter((cell) => cell.person === person && cell.onDate === on);
        const sum = (of: (cell: (typeof found)[number]) => number) =>
          found.reduce((all, cell) => all + of(cell), 0);
        const lines = sum((cell) => cell.lines);
        return {
          onDate: on,
          minutes: sum((cell) => cell.minutes),
          lines,
          drafts: sum((cell) => cell.drafts),
          untimed: sum((cell) => cell.untimed),
          gap: lines === 0 && on < today && weekday(on) <= 5 && lobbyists.some((one) => one.name === person),
        };
      });
      return { person, staffId, days: own, minutes: own.reduce((all, one) => all + one.minutes, 0) };
    });
    return ok({
      from,
      to,
      days: days.map((onDate, at) => ({
        onDate,
        minutes: people.reduce((all, one) => all + (one.days[at]?.minutes ?? 0), 0),
      })),
      people,
      twins,
    });
  },
});

/** Pay that has a day in a period, with the minutes the log has for the person then. */
export const listCompensation = view({
  name: 'compensation.list',
  by: desk,
  input: z.strictObject(period),
  run: async (world, _who, span) => ok(await world.db.all(compensations, span)),
});

/** Dues, fees and gifts received in a period, oldest first, each with what its payer gave in the calendar year. */
export const listDues = view({
  name: 'dues.list',
  by: desk,
  input: z.strictObject({
    ...period,
    after: z.string().nullish(),
    limit: z.number().int().min(1).max(200).default(100),
  }),
  run: async (world, _who, { from, to, after, limit }) => {
    const rows = await world.db.all(duesReceipts, { from, to, after: after ?? null, limit: limit + 1 });
    return ok(cutPage(rows, limit, (row) => row.receivedOn + row.id));
  },
});

/** Entries that come back. */
export const listRecurring = view({
  name: 'recurring.list',
  by: readers,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(recurringEntries, {})),
});

/** What was spent on a line of the log. */
export const listCosts = view({
  name: 'activity.costs',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => ok(await world.db.all(costsOfLine, { activityId: id })),
});

/** The files beside a row of the log. */
export const listAttachments = view({
  name: 'attachment.list',
  by: readers,
  input: z.strictObject({ subjectKind: z.enum(SUBJECTS), subjectId: z.string() }),
  run: async (world, _who, { subjectKind, subjectId }) =>
    ok(await world.db.all(attachmentsOf, { kind: subjectKind, id: subjectId })),
});

/** One file with its bytes. */
export const showAttachment = view({
  name: 'attachment.show',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const file = await world.db.first(attachmentById, { id });
    const bytes = file ? await world.files.get(keyOf(file.sha256)) : null;
    return file && bytes ? ok({ ...file, bytes }) : missing('That file');
  },
});
