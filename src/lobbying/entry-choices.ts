import { addDays, showShortDay } from '../platform/days.ts';
import { ok, type Result } from '../platform/problem.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { KIND_LABELS } from './pages/words.ts';
import type { Asking } from './pages/asked-fields.tsx';
import type { EntryChoices } from './pages/activity-form-page.tsx';
import type { ExpenseChoices } from './pages/expense-form-page.tsx';
import { listFilers, logChoices } from './views.ts';

/** How far around its day an expense finds the line that it was for. */
const DAYS_AROUND = 60;
/** What an entry that is there has already: it stays among the choices, however old. */
interface Kept {
  onDate?: string;
  incurredOn?: string;
  officialId?: string | null;
  officialName?: string | null;
  billId?: string | null;
  billNumber?: string | null;
  lobbyistId?: string | null;
  activityId?: string | null;
}

type Filers = Extract<Awaited<ReturnType<typeof listFilers>>, { ok: true }>['value']['filers'];
const filingOn = (filers: Filers, on: string) =>
  filers.filter((one) => one.fromOn <= on && (!one.toOn || one.toOn >= on));
const regimesOf = (filers: Filers) => [...new Set(filers.map((one) => one.regime))];

/** The regimes where the organizations file on a day. @param on local date */
export const regimesOn = async (world: World, who: Who, on: string): Promise<string[]> => {
  const named = await listFilers(world, who, {});
  return named.ok ? regimesOf(filingOn(named.value.filers, on)) : [];
};

/**
 * What the forms of an entry offer, and the regimes where the organizations file today or on the entry's day.
 * @param today local date
 */
export const entryChoices = async (
  world: World,
  who: Who,
  today: string,
  kept: Kept,
): Promise<Result<EntryChoices & ExpenseChoices & Pick<Asking, 'regimes' | 'because'>>> => {
  const on = kept.onDate ?? kept.incurredOn ?? today;
  const [choices, named] = await Promise.all([
    logChoices(world, who, { from: addDays(on, -DAYS_AROUND), to: addDays(on, DAYS_AROUND) }),
    listFilers(world, who, {}),
  ]);
  if (!choices.ok) return choices;
  if (!named.ok) return named;
  const { officials, bills, issues, staff, lines } = choices.value;
  const files = filingOn(named.value.filers, on);
  const regimes = regimesOf(files);
  const rows = named.value.lobbyists.toSorted((a, b) => Number(b.toOn === null) - Number(a.toOn === null));
  // Named in several regimes a person is one row to choose: the row that is kept, or one that still runs.
  const lobbyists = new Map(rows.toReversed().map((one) => [one.name, one]));
  for (const one of rows) if (one.id === kept.lobbyistId) lobbyists.set(one.name, one);
  const outside = [...lobbyists.values()].filter(
    (one) =>
      !staff.some((each) => each.id === one.staffId) &&
      one.fromOn <= on &&
      (one.toOn === null || one.toOn >= on),
  );
  const { officialId, billId, activityId } = kept;
  return ok({
    officials:
      officialId && !officials.some((one) => one.id === officialId)
        ? [...officials, { id: officialId, name: kept.officialName ?? '', title: '', seat: 'out of office' }]
        : officials,
    bills:
      billId && !bills.some((one) => one.id === billId)
        ? [...bills, { id: billId, number: kept.billNumber ?? '', title: '' }]
        : bills,
    issues,
    people: [
      ...staff.map((one) => ({ value: `staff:${one.id}`, label: one.name })),
      ...outside.map((one) => ({ value: `lobbyist:${one.id}`, label: `${one.name}, lobbyist` })),
    ],
    lobbyists: [...lobbyists.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    lines: [
      ...lines.map((one) => ({
        id: one.id,
        label: [
          showShortDay(one.onDate, { year: true }),
          KIND_LABELS[one.kind] ?? one.kind,
          one.billNumber ?? one.officialName,
        ]
          .filter(Boolean)
          .join(', '),
      })),
      ...(activityId && !lines.some((one) => one.id === activityId)
        ? [{ id: activityId, label: 'As it is: a line further away' }]
        : []),
    ],
    organizations: [
      ...new Map(
        files.map((one) => [one.organizationId, { id: one.organizationId, name: one.organizationName }]),
      ).values(),
    ],
    regimes,
    because: (detail) => {
      const reasons = regimes.flatMap((regime) => world.asks[regime]?.[detail] ?? []);
      return reasons.length === 0 ? null : `Asked because ${reasons.join('; ')}.`;
    },
  });
};
