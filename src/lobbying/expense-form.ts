import { list, text, ticked, type Form } from '../platform/form.ts';
import { parseCents, plainCents, shareOut } from '../platform/money.ts';
import { invalid, type Problem } from '../platform/problem.ts';
import { whole, type Values } from './form-values.ts';
import type { keptExpense, Share } from './kept-row.ts';

type Read<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };
const partNames = (at: number) => ({
  official: `part-${at}-official`,
  share: `part-${at}-share`,
  family: `part-${at}-family`,
});
/** Rows of the form for officials who had a part: those that are filled, and room for more. */
export const partRows = (values: Values) => {
  let filled = 0;
  while (values[partNames(filled).official]) filled += 1;
  return Array.from({ length: Math.max(3, filled + 1) }, (_, at) => partNames(at));
};

/** The officials of a form with what each had; what is left of the amount is shared alike by those without a figure. */
const partsOf = (form: Form, amountCents: number): Read<Share[] | null> => {
  const rows = Object.keys(form)
    .filter((name) => /^part-\d+-official$/.test(name))
    .toSorted((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]))
    .flatMap((name) => {
      const at = Number(name.split('-')[1]);
      const officialId = text(form, name);
      return officialId
        ? [
            {
              officialId,
              written: text(form, partNames(at).share),
              family: ticked(form, partNames(at).family),
            },
          ]
        : [];
    });
  if (rows.length === 0) return { ok: true, value: null };
  const read = rows.map((one) => (one.written === undefined ? null : parseCents(one.written)));
  const wrong = read.find((one) => one && !one.ok);
  if (wrong && !wrong.ok) return invalid([{ field: 'beneficiaries', message: wrong.reason }]);
  const said = read.map((one) => (one?.ok ? one.cents : null));
  const left = amountCents - said.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
  const open = said.filter((cents) => cents === null).length;
  const rest = open > 0 && left > 0 ? shareOut(left, Array<number>(open).fill(1)) : [];
  let next = 0;
  return {
    ok: true,
    value: rows.map(({ officialId, family }, at) => ({
      officialId,
      family,
      shareCents: said[at] ?? rest[next++] ?? 0,
    })),
  };
};

const names = (written: string | undefined): string[] =>
  (written ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);

/** The categories that a form chose. */
export const categoriesOf = (form: Form) => ({
  mtCategory: text(form, 'mtCategory'),
  msCategory: text(form, 'msCategory'),
  categories: {
    ma: text(form, 'categories-ma'),
    lda: text(form, 'categories-lda'),
    irs: text(form, 'categories-irs'),
  },
});

/** A posted form of an expense as its verbs take it. A group of details that was not shown says nothing. */
export const expenseOf = (form: Form) => {
  const amount = parseCents(text(form, 'amount') ?? '');
  if (!amount.ok) return invalid([{ field: 'amount', message: amount.reason }]);
  const asked = list(form, 'asked');
  const parts = asked.includes('officials') ? partsOf(form, amount.cents) : null;
  if (parts && !parts.ok) return parts;
  const word = (name: string) => text(form, name) ?? null;
  const number = (name: string) => whole(text(form, name));
  const several = (...fields: string[]) => fields.some((name) => text(form, name) !== undefined);
  return {
    ok: true as const,
    value: {
      amountCents: amount.cents,
      incurredOn: text(form, 'incurredOn') ?? '',
      payee: text(form, 'payee') ?? '',
      purpose: text(form, 'purpose') ?? '',
      ...categoriesOf(form),
      officialId: word('officialId'),
      billId: word('billId'),
      personalLiving: ticked(form, 'personalLiving'),
      ...(asked.includes('payment') && {
        paidOn: word('paidOn'),
        payeeAddress: word('payeeAddress'),
        lobbyistId: word('lobbyistId'),
      }),
      ...(parts && { beneficiaries: parts.value }),
      ...(asked.includes('event') && {
        place: word('place'),
        attendees: names(text(form, 'attendees')).length > 0 ? names(text(form, 'attendees')) : null,
        eventName: word('eventName'),
        eventAllInvited: ticked(form, 'eventAllInvited') || null,
        attendance: number('attendance'),
        officialsAttending: number('officialsAttending'),
      }),
      ...(asked.includes('share') && {
        allocation: several('shareMethod', 'shareOf', 'shareWhole')
          ? {
              method: text(form, 'shareMethod') ?? '',
              numerator: number('shareOf') ?? Number.NaN,
              denominator: number('shareWhole') ?? Number.NaN,
            }
          : null,
      }),
      ...(asked.includes('contribution') && {
        contribution: several('candidate', 'office', 'contributionOn')
          ? {
              candidate: text(form, 'candidate') ?? '',
              office: text(form, 'office') ?? '',
              on: word('contributionOn'),
            }
          : null,
      }),
      ...(asked.includes('tax') && {
        isOverhead: ticked(form, 'isOverhead') || null,
        isThirdPartyLobbying: ticked(form, 'isThirdPartyLobbying') || null,
        activityId: word('activityId'),
      }),
    },
  };
};

const yes = (value: boolean | null) => (value ? '1' : null);
const inNumbers = (value: number | null | undefined) => (value == null ? null : String(value));

/** A kept expense as the form shows it. */
export const expenseValues = (kept: ReturnType<typeof keptExpense>): Values => {
  const { incurredOn, payee, purpose, officialId, place, billId, paidOn, payeeAddress, lobbyistId } = kept;
  return {
    incurredOn,
    payee,
    purpose,
    officialId,
    place,
    billId,
    paidOn,
    payeeAddress,
    lobbyistId,
    amount: plainCents(kept.amountCents),
    personalLiving: yes(kept.personalLiving),
    attendees: (kept.attendees ?? []).join('; '),
    eventName: kept.eventName,
    eventAllInvited: yes(kept.eventAllInvited),
    attendance: inNumbers(kept.attendance),
    officialsAttending: inNumbers(kept.officialsAttending),
    shareMethod: kept.allocation?.method,
    shareOf: inNumbers(kept.allocation?.numerator),
    shareWhole: inNumbers(kept.allocation?.denominator),
    candidate: kept.contribution?.candidate,
    office: kept.contribution?.office,
    contributionOn: kept.contribution?.on,
    isOverhead: yes(kept.isOverhead),
    isThirdPartyLobbying: yes(kept.isThirdPartyLobbying),
    activityId: kept.activityId,
    ...Object.fromEntries(
      (kept.beneficiaries ?? []).flatMap((one, at) => [
        [partNames(at).official, one.officialId],
        [partNames(at).share, plainCents(one.shareCents)],
        [partNames(at).family, yes(one.family)],
      ]),
    ),
  };
};
