import { showCents } from '../../../platform/money.ts';
import { isIncidental } from '../../calculators/ma-incidental.ts';
import { inHours } from '../../in-hours.ts';
import { sumOf, type Dated } from '../../projection.ts';
import { holds, type Rulebook } from '../../rulebook.ts';
import { payShares, shareByDay } from '../pay-share.ts';
import type { ActivityRow, CompensationRow } from '../regime.ts';

/** Somebody who lobbies without being named as an agent, and how near the line they are in a half year. */
export interface Incidental {
  staffId: string;
  name: string;
  minutes: number;
  payCents: number;
  /** The pay by the days of the lines it is for. */
  pay: Dated[];
  communicated: boolean;
  state: 'incidental' | 'near' | 'agent';
  activities: ActivityRow[];
}

const CONTACT = ['direct_contact', 'testimony'];
const HUNDRED = 100;

/**
 * Staff with counted lobbying in a half year who are no agents: incidental while time and pay both stay small, near
 * from a share of either limit on, an agent past one of them once they spoke with government.
 * @param activities counted ones of the half year; those of named agents are left out here
 */
export const incidentals = (
  activities: readonly ActivityRow[],
  pays: readonly CompensationRow[],
  rules: Rulebook,
  from: string,
  to: string,
): Incidental[] => {
  const people = new Map<string, ActivityRow[]>();
  for (const one of activities) {
    if (one.lobbyistId !== null || one.staffId === null) continue;
    people.set(one.staffId, [...(people.get(one.staffId) ?? []), one]);
  }
  return [...people].map(([staffId, own]) => {
    const minutes = own.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
    const pay = payShares(
      pays.filter((one) => one.staffId === staffId),
      own,
      from,
      to,
    )
      .filter((share) => share.timed)
      .flatMap((share) => shareByDay(share, own, from, to));
    const payCents = sumOf(pay);
    const communicated = own.some((one) => CONTACT.includes(one.kind));
    const stays = isIncidental(rules, to, minutes, payCents);
    const warn = rules.rule('incidental_warn', to);
    const nears = (value: number, key: string) =>
      holds(warn, value * HUNDRED, rules.amount(key, to) * Number(warn.value));
    const near = nears(minutes, 'incidental_minutes') || nears(payCents, 'incidental_pay');
    return {
      staffId,
      name: own[0]?.staffName ?? 'Somebody on staff',
      minutes,
      payCents,
      pay,
      communicated,
      state: !stays && communicated ? 'agent' : near || !stays ? 'near' : 'incidental',
      activities: own,
    };
  });
};

/** Where a person stands, as a sentence with the limits in it. */
export const incidentalInWords = (one: Incidental, rules: Rulebook, on: string): string => {
  const so = `${one.name}: ${inHours(one.minutes)} and ${showCents(one.payCents)} of lobbying in the half year. Up to ${inHours(rules.amount('incidental_minutes', on))} and under ${showCents(rules.amount('incidental_pay', on))} is incidental; both must hold.`;
  if (one.state === 'agent') return `${so} This person is past it and registers as an agent.`;
  if (one.state === 'near')
    return `${so} ${one.communicated ? 'This person is close to it.' : 'No communication with an official is logged, so this person is no agent yet.'}`;
  return `${so} This person is no agent.`;
};
