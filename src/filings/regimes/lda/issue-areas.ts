import type { Rulebook } from '../../rulebook.ts';
import type { ActivityRow } from '../regime.ts';

/** One general issue area of a quarter: what about, which Houses and agencies, and who lobbied. */
export interface Area {
  code: string;
  name: string;
  issues: string[];
  /** With the number of the public API where it is known: "2 HOUSE OF REPRESENTATIVES". */
  bodies: string[];
  lobbyists: string[];
  activities: ActivityRow[];
}

const CHAMBERS: Record<string, string> = { upper: 'SENATE', lower: 'HOUSE OF REPRESENTATIVES' };
const listOf = (json: string | null): string[] => (json === null ? [] : (JSON.parse(json) as string[]));
const once = (values: string[]): string[] =>
  [...new Set(values.filter(Boolean))].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));

const issueOf = (one: ActivityRow): string =>
  one.billNumber
    ? `${one.billNumber}${one.billTitle ? `, ${one.billTitle}` : ''}`
    : (one.matter ?? one.issueName ?? '');

/**
 * Counted lobbying by general issue area; an activity with two codes stands in both, one without any in an area
 * without a code. Bodies are Houses and agencies, never a person.
 */
export const areasOf = (counted: readonly ActivityRow[], rules: Rulebook, on: string): Area[] => {
  const names = new Map(
    rules.family('issue_code.', on).map((rule) => [rule.key.split('.').at(-1) ?? '', rule.value]),
  );
  const entities = rules
    .family('government_entity.', on)
    .map((rule) => ({ id: rule.key.split('.').at(-1) ?? '', name: rule.value }));
  const bodyOf = (name: string) => {
    const upper = name.toUpperCase().trim();
    const known = entities.find((one) => one.name === upper || one.id === upper);
    return known ? `${known.id} ${known.name}` : upper;
  };
  const bodiesOf = (one: ActivityRow) => [
    ...(one.chamber !== null && one.jurisdiction === 'US' ? [CHAMBERS[one.chamber] ?? ''] : []),
    ...listOf(one.bodies).map((body) => CHAMBERS[body] ?? body),
  ];
  const codes = once(counted.flatMap((one) => listOf(one.issueCodes).map((code) => code.toUpperCase())));
  const none = counted.some((one) => listOf(one.issueCodes).length === 0) ? [''] : [];
  return [...codes, ...none].map((code) => {
    const activities = counted.filter((one) => {
      const own = listOf(one.issueCodes).map((each) => each.toUpperCase());
      return code === '' ? own.length === 0 : own.includes(code);
    });
    return {
      code,
      name: names.get(code) ?? '',
      issues: once(activities.map(issueOf)),
      bodies: once(activities.flatMap(bodiesOf).map(bodyOf)),
      lobbyists: once(activities.map((one) => one.lobbyistName ?? '')),
      activities,
    };
  });
};
