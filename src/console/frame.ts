import { addDays, localDate, showDay } from '../platform/days.ts';
import { regionOf, type Role, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings, ROLE_WORDS } from '../staff/index.ts';
import type { Frame } from '../ui/index.ts';
import { badges } from './queries.ts';

const everybody: Role[] = [
  'owner',
  'director',
  'coordinator',
  'staff',
  'regional_president',
  'partner',
  'board',
];
const office: Role[] = ['owner', 'director', 'coordinator', 'staff'];
const field: Role[] = [...office, 'regional_president'];
/** Replies are the desk's; a coordinator keeps talking points and asks for alerts. */
const desk: Role[] = ['owner', 'director', 'staff', 'regional_president'];

/** Places of the console in their order, and who may go there. */
const PLACES: {
  key: string;
  label: string;
  href: string;
  roles: Role[];
  badge?: 'out' | 'waiting' | 'due';
  word?: string;
}[] = [
  { key: 'home', label: 'Home', href: '/', roles: everybody },
  { key: 'alerts', label: 'Alerts', href: '/alerts', roles: field, badge: 'out', word: 'out' },
  { key: 'inbox', label: 'Inbox', href: '/inbox', roles: desk, badge: 'waiting' },
  { key: 'members', label: 'Members', href: '/members', roles: field },
  { key: 'agenda', label: 'Agenda', href: '/agenda', roles: field },
  { key: 'talking-points', label: 'Talking points', href: '/talking-points', roles: [...office, 'partner'] },
  { key: 'officials', label: 'Officials', href: '/officials', roles: field },
  { key: 'log', label: 'Log', href: '/log', roles: office },
  { key: 'filings', label: 'Filings', href: '/filings', roles: office, badge: 'due', word: 'due' },
  { key: 'reports', label: 'Reports', href: '/reports', roles: [...field, 'board'] },
  { key: 'settings', label: 'Settings', href: '/settings', roles: office },
];
const SOON_DAYS = 14;

/** What frames every console page for this person: the network's name, the places they may go, what waits there. */
export const frameFor = async (world: World, who: Who): Promise<Frame> => {
  const settings = await networkSettings(world);
  const today = localDate(world.clock.now(), settings.zone);
  const soon = addDays(today, SOON_DAYS);
  const counts = await world.db.first(badges, { regionId: regionOf(who), soon });
  const role = who.kind === 'staff' ? who.role : null;
  return {
    network: settings.networkName,
    zone: settings.zone,
    today: showDay(today, { year: true }),
    person: who.kind === 'staff' ? { name: who.name, role: ROLE_WORDS[who.role].name } : null,
    nav: PLACES.filter((place) => role && place.roles.includes(role)).map(
      ({ key, label, href, badge, word }) => {
        const count = badge && counts ? counts[badge] : 0;
        return {
          key,
          label,
          href,
          ...(count > 0 ? { badge: word ? `${count} ${word}` : String(count) } : {}),
        };
      },
    ),
  };
};
