import { showDay } from '../../../platform/days.ts';
import type { Line, PreparedFiling, PrepareInput } from '../regime.ts';

/** A registration in the form's order (MS-04). What the log cannot know is named for a person to fill in. */
export const prepareRegistration = (form: string, input: PrepareInput): PreparedFiling => {
  const { obligation, filerName, filerAddress, lobbyists, activities, rules } = input;
  const own = lobbyists.find((one) => one.id === obligation.lobbyistId);
  const issues = [
    ...new Set(
      activities
        .filter((one) => one.state === 'confirmed' && one.counts === 1)
        .flatMap((one) => {
          const matter = one.issueName ?? one.billNumber;
          return matter === null ? [] : [`${matter}${one.position ? ` (${one.position})` : ''}`];
        }),
    ),
  ].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const line = (section: string, label: string, detail: string, amountCents: number | null = null): Line => ({
    section,
    label,
    detail,
    amountCents,
    sources: [],
  });
  const names = lobbyists
    .filter(
      (one) => one.fromOn <= obligation.periodTo && (one.toOn === null || one.toOn >= obligation.periodFrom),
    )
    .map((one) => one.name);
  return {
    lines: [
      ...(form === 'lobbyist-registration'
        ? [
            line('Lobbyist', 'Lobbyist', own?.name ?? ''),
            line('Lobbyist', 'Address, occupation, telephone', 'Write them on the form.'),
          ]
        : []),
      line('Client', 'Client', [filerName, filerAddress].filter(Boolean).join(', ')),
      line('Client', 'Telephone, principal place and kind of business', 'Write them on the form.'),
      line('Client', 'Who controls it, partners and officers', 'Write them on the form.'),
      line('Client', 'Lobbyists', names.join(', ') || 'None'),
      line('Issues', 'Specific issues, with the position', issues.join('; ') || 'None in the log yet.'),
      line(
        'Registration',
        'Registration',
        `${showDay(obligation.periodFrom, { year: true })} to ${showDay(obligation.periodTo, { year: true })}`,
      ),
      line(
        'Registration',
        'Fee',
        form === 'lobbyist-registration' ? 'Once for each client.' : '',
        rules.amount('registration_fee', obligation.periodFrom),
      ),
    ],
    totalCents: 0,
    checks:
      issues.length > 0
        ? []
        : [
            {
              kind: 'no_subject',
              blocking: false,
              message:
                'The log names no bill or issue yet. The form asks for the specific issues: write them by hand.',
              row: null,
            },
          ],
  };
};
