import type * as z from 'zod';
import { isPrivateMailbox } from '../../platform/email-address.ts';
import { FeedFailure, type FeedCommittee, type FeedPerson, type RosterFeed } from '../../platform/feeds.ts';
import type { Settings } from '../../platform/world.ts';
import { OUTSIDE, type Outside } from '../feeds/index.ts';
import { jurisdictionId, openStatesClient } from './client.ts';
import { committee, person } from './shapes.ts';

const PER_PAGE = { people: '50', committees: '20' };

const isChamber = (word: string): word is 'lower' | 'upper' => word === 'lower' || word === 'upper';

/** Office data only: birth dates, pictures and home addresses, which the service has too, are not read. */
const personOf = (one: z.output<typeof person>): FeedPerson[] => {
  const role = one.current_role;
  if (!role || !isChamber(role.org_classification) || role.district == null) return [];
  const offices = one.offices ?? [];
  const capitol = offices.find(({ name, classification }) => /capitol/i.test(`${classification} ${name}`));
  return [
    {
      id: one.id,
      name: one.name,
      given: one.given_name ?? '',
      family: one.family_name || (one.name.split(' ').at(-1) ?? one.name),
      chamber: role.org_classification,
      district: String(role.district),
      division: role.division_id ?? undefined,
      party: one.party ?? undefined,
      email: one.email && !isPrivateMailbox(one.email) ? one.email : undefined,
      phone: capitol?.voice ?? undefined,
      links: (one.links ?? []).map(({ url }) => url),
    },
  ];
};

/** The chamber of a committee by the bodies above it; both where it stands under the legislature itself. */
const chamberOf = (
  one: z.output<typeof committee>,
  committees: Map<string, z.output<typeof committee>>,
  bodies: Map<string, string>,
): FeedCommittee['chamber'] => {
  let at: z.output<typeof committee> | undefined = one;
  for (let steps = 0; at && steps < 4; steps += 1) {
    const body: string = bodies.get(at.parent_id ?? '') ?? '';
    if (isChamber(body)) return body;
    at = committees.get(at.parent_id ?? '');
  }
  return 'legislature';
};

/**
 * Open States as a source of people and committees.
 * @returns null where the network has no key
 */
export const openStatesRoster = (
  { openStatesKey: key }: Pick<Settings, 'openStatesKey'>,
  outside: Outside = OUTSIDE,
): RosterFeed | null => {
  if (!key) return null;
  return {
    service: 'openstates',
    async people(state) {
      const rows = await openStatesClient(key, outside).all(
        '/people',
        [
          ['jurisdiction', jurisdictionId(state)],
          ['include', 'offices'],
          ['include', 'links'],
          ['per_page', PER_PAGE.people],
        ],
        person,
      );
      const people = rows.flatMap(personOf);
      if (people.length === 0)
        throw new FeedFailure(`Open States named nobody in the legislature of ${state}.`);
      return people;
    },
    async committees(state) {
      const client = openStatesClient(key, outside);
      const { organizations } = await client.jurisdiction(state, 'organizations');
      const rows = await client.all(
        '/committees',
        [
          ['jurisdiction', jurisdictionId(state)],
          ['include', 'memberships'],
          ['per_page', PER_PAGE.committees],
        ],
        committee,
      );
      if (rows.length === 0) throw new FeedFailure(`Open States named no committee of ${state}.`);
      const bodies = new Map((organizations ?? []).map(({ id, classification }) => [id, classification]));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        chamber: chamberOf(row, byId, bodies),
        members: (row.memberships ?? []).flatMap(({ role, person: who }): [string, string][] =>
          who ? [[who.id, role || 'member']] : [],
        ),
      }));
    },
  };
};
