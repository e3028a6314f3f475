import { factOn } from '../facts.ts';
import type { Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { decisionChecks } from './decisions.ts';
import { areasOf } from './issue-areas.ts';
import { words } from './ld2.ts';
import { lobbyistTests, testInWords } from './lobbyist-test.ts';

/** An LD-1 in the form's order: registrant, client, lobbyists, issue areas, affiliates and foreign interests; then the test. */
export const prepareLd1 = (input: PrepareInput): PreparedFiling => {
  const { obligation, activities, lobbyists, facts, rules, filerName, filerAddress } = input;
  const { periodFrom, periodTo } = obligation;
  const counted = activities.filter((one) => one.state === 'confirmed' && one.counts === 1);
  const ofQuarter = counted.filter((one) => one.onDate >= periodFrom);
  const tests = lobbyistTests(counted, input.compensation ?? [], rules, periodFrom, periodTo);
  const named = lobbyists.filter(
    (one) => one.fromOn <= periodTo && (one.toOn === null || one.toOn >= periodFrom),
  );
  const areas = areasOf(ofQuarter, rules, periodTo).filter((area) => area.code !== '');
  const lines: Line[] = [
    words('Registrant', 'Registrant', filerName),
    words('Registrant', 'Address', filerAddress ?? 'Not recorded'),
    words('Registrant', 'Contact', factOn(facts, 'contact', periodTo)?.value ?? 'Not recorded'),
    words('Client', 'Client', `Self: ${filerName}`),
    words(
      'Client',
      'State or local government or instrumentality',
      factOn(facts, 'government_entity', periodTo)?.value === 'yes' ? 'Yes' : 'No',
    ),
    ...(named.length > 0
      ? named.map((one) =>
          words('Lobbyists', one.name, 'Covered positions of the last 20 years: add any by hand.'),
        )
      : [words('Lobbyists', 'None named', 'Name whoever is a lobbyist under Who files.')]),
    ...(areas.length > 0
      ? areas.map((area) => words('General issue areas', `${area.code} ${area.name}`, area.issues.join('; ')))
      : [words('General issue areas', 'None named', 'No line of the log has a general issue area.')]),
    words('Others', 'Affiliated organizations', 'None recorded. Add any by hand on the form.'),
    words('Others', 'Foreign entities', 'None recorded. Add any by hand on the form.'),
    ...tests.map((one) => words('Worksheet', one.name, testInWords(one))),
  ];
  return { lines, totalCents: 0, checks: decisionChecks(facts, periodTo) };
};
