import { recordFact } from '../filings/index.ts';
import { addBill, setPosition, startLegislativeSession } from '../legislature/index.ts';
import { addActivity, addCompensation, addExpense, addLobbyist, setFiler } from '../lobbying/index.ts';
import { addOrganization } from '../people/index.ts';
import { addDays, type LocalDate } from '../platform/days.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { must } from './must.ts';

/**
 * A fictional association of Massachusetts that keeps its log in the same network: it files its statement there and
 * reports to Congress, so that both forms have lines to look at. The director lobbies for it.
 */
export const buildBayState = async (
  world: World,
  who: Who,
  director: Who,
  today: LocalDate,
  filesFrom: LocalDate,
): Promise<void> => {
  const { id: organizationId } = await must(
    addOrganization(world, who, {
      name: 'Bay State School Leaders',
      shortName: 'BSSL',
      kind: 'affiliate',
      taxStatus: '501c6',
    }),
  );
  for (const regime of ['ma', 'lda'] as const)
    await must(setFiler(world, who, { organizationId, regime, fromOn: filesFrom }));
  const name = director.kind === 'staff' ? director.name : 'The director';
  const agent = { organizationId, name, kind: 'staff', staffId: director.id } as const;
  const { id: lobbyistId } = await must(
    addLobbyist(world, who, { ...agent, regime: 'ma', fromOn: filesFrom }),
  );
  await must(addLobbyist(world, who, { ...agent, regime: 'lda', fromOn: filesFrom }));
  const decide = (regime: string, key: string, value: string) =>
    recordFact(world, who, {
      organizationId,
      regime,
      key,
      value,
      fromOn: `${filesFrom.slice(0, 4)}-01-01`,
      decidedBy: 'The board',
      decidedOn: filesFrom,
      note: '',
    });
  await must(decide('ma', 'business', 'School leaders’ association'));
  await must(decide('lda', 'public_official', 'no'));
  await must(decide('lda', 'registered', 'yes'));
  await must(decide('lda', 'expense_method', 'A'));
  const bill = async (jurisdiction: string, session: string, number: string, title: string) => {
    const { id } = await must(
      startLegislativeSession(world, who, { jurisdiction, name: session, startsOn: filesFrom }),
    );
    const made = await must(
      addBill(world, who, {
        legislativeSessionId: id,
        number,
        title,
        status: 'In committee',
        statusOn: filesFrom,
      }),
    );
    await must(
      setPosition(world, who, { billId: made.id, organizationId, position: 'support', fromOn: filesFrom }),
    );
    return made.id;
  };
  const transport = await bill(
    'MA',
    '195th General Court',
    'H.497',
    'An Act relative to regional school transportation',
  );
  const meals = await bill('US', '120th Congress', 'S. 5', 'School Meals Expansion Act');
  const talk = (billId: string, daysAgo: number, more: { bodies: string[]; issueCodes?: string[] }) =>
    must(
      addActivity(world, director, {
        organizationId,
        onDate: addDays(today, -daysAgo),
        kind: 'direct_contact',
        method: 'phone',
        billId,
        position: 'support',
        minutes: 45,
        note: 'Spoke with committee staff.',
        ...more,
      }),
    );
  await talk(transport, 6, { bodies: ['Joint Committee on Education'] });
  await talk(meals, 5, { bodies: ['Senate'], issueCodes: ['FOO', 'EDU'] });
  await talk(meals, 3, { bodies: ['House of Representatives'], issueCodes: ['FOO'] });
  const spend = (amountCents: number, purpose: string, ma: string | null, lda: string | null, more = {}) =>
    must(
      addExpense(world, director, {
        organizationId,
        incurredOn: addDays(today, -5),
        amountCents,
        payee: 'Beacon Hill Print and Post',
        purpose,
        categories: { ma, lda },
        ...more,
      }),
    );
  await spend(46_250, 'Briefing booklet on transportation', 'printing', null);
  await spend(1_280, 'Postage', 'postage', null, { incurredOn: addDays(today, -4) });
  await spend(6_420, 'Breakfast with committee staff', 'meals', null, {
    payee: 'Harbor Café',
    place: 'Boston',
    attendees: [name, 'Two members of committee staff'],
  });
  await spend(612_500, 'Travel to Washington', null, 'lobbying', { payee: 'Capitol Travel' });
  await must(
    addCompensation(world, director, {
      lobbyistId,
      fromOn: addDays(today, -14),
      toOn: addDays(today, -1),
      payCents: 420_000,
      totalMinutes: 80 * 60,
    }),
  );
};
