import { alertOf, renderWording, wasLaunched, type Alert } from '../alerts/index.ts';
import { deliveryByToken } from '../delivery/index.ts';
import { committeeName, officialsOfMember } from '../legislature/index.ts';
import { stancesOn } from '../lobbying/index.ts';
import { settingsToken } from '../people/index.ts';
import { markdownToHtml } from '../platform/markdown.ts';
import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { responseOf } from '../replies/index.ts';
import { eventsOf } from './member-calendar.ts';
import { questionsOnPage } from './member-page-answer.ts';
import { officialsFor } from './member-officials.ts';
import { newerPage } from './newer-page.ts';
import { wordsToSay } from './member-words.ts';
import { pointsOnPage } from './member-points.ts';
import { aimOfAlert, namesOnPage } from './member-queries.ts';

/** Where an alert stands for somebody who opens its page. */
type PageState = 'open' | 'late' | 'closed' | 'cancelled';

const stateOf = (alert: Alert, now: number): PageState => {
  if (alert.state === 'cancelled' || alert.state === 'closed') return alert.state;
  return alert.deadlineAt !== null && alert.deadlineAt < now ? 'late' : 'open';
};

/** One of those whom a page's delivery reached: two members may share a number. */
export interface Person extends RowOf<typeof namesOnPage> {
  deliveryId: number;
}

/**
 * Opens the page of a token: its alert and the people it was sent to. Reads only.
 * @param as which of several people on one number this is, from 1
 * @returns null where the token leads nowhere (any more); `person` null where nobody has said who it is
 */
export const openPage = async (world: World, token: string, as: string | undefined) => {
  const delivery = await deliveryByToken(world, token);
  if (!delivery || !['alert', 'nudge'].includes(delivery.sourceKind)) return null;
  const alert = await alertOf(world, delivery.sourceId);
  if (!alert || !wasLaunched(alert.state)) return null;
  const sent = [{ id: delivery.id, memberId: delivery.memberId }, ...delivery.carried];
  const names = await world.db.all(namesOnPage, { ids: sent.map(({ memberId }) => memberId) });
  const people = sent.flatMap(({ id, memberId }): Person[] => {
    const name = names.find((one) => one.id === memberId);
    return name ? [{ ...name, deliveryId: id }] : [];
  });
  if (people.length === 0) return null;
  return {
    token,
    delivery,
    alert,
    state: stateOf(alert, world.clock.now()),
    people,
    person: people.length === 1 ? (people[0] ?? null) : (people[Number(as) - 1] ?? null),
    /** What addresses of this page end in, so that it stays the page of the same person. */
    query: people.length > 1 && people[Number(as) - 1] ? `?as=${Number(as)}` : '',
  };
};
export type OpenPage = NonNullable<Awaited<ReturnType<typeof openPage>>>;

/** The words of an alert as this person got them, the link left out: they are on its page. */
const wordsFor = (alert: Alert, person: Person) => {
  const merge = {
    first_name: person.firstName,
    last_name: person.lastName,
    title: person.title,
    district: person.district,
    region: person.region,
    link: '',
  };
  // The page itself is what "Points: {{link}}" leads to, so the words that announce the link go too.
  const unlinked = (text: string) => text.replaceAll(/(?<=^|[.?]\s)[^.?{}\n]*:\s*\{\{\s*link\s*\}\}/g, '');
  const render = (text: string) => renderWording(unlinked(text), merge).trim();
  const email = alert.sendEmail ? render(alert.emailText) : '';
  return {
    title: (alert.sendEmail && render(alert.emailSubject)) || alert.title,
    text: alert.sendSms ? render(alert.smsText).replaceAll(/\s+/g, ' ') : '',
    html: email ? markdownToHtml(email) : '',
    /** The title is the alert's own request, so that the page need not repeat the text of the message. */
    asks: alert.sendEmail && render(alert.emailSubject) !== '',
  };
};

/** A person's officials for the alert of a page. */
export const officialsOnPage = async (world: World, alert: Alert, memberId: string) => {
  const [own, aim, heard] = await Promise.all([
    officialsOfMember(world, memberId),
    world.db.first(aimOfAlert, { alertId: alert.id, now: world.clock.now() }),
    alert.billId ? stancesOn(world, alert.billId) : [],
  ]);
  return officialsFor(
    own,
    {
      federal: aim?.jurisdiction === 'US' || (aim?.jurisdiction == null && aim?.level === 'federal'),
      committeeId: aim?.committeeId ?? null,
      committee: aim?.committee ? committeeName(aim.committee, aim.chamber) : null,
      audience: alert.audience,
    },
    heard,
  );
};

/** Everything the page shows one person. Reads only: opening it, by whomever, leaves no trace. */
export const pageFor = async (world: World, page: OpenPage, person: Person) => {
  const { alert, delivery } = page;
  const [officials, points, response, newer] = await Promise.all([
    officialsOnPage(world, alert, person.id),
    pointsOnPage(world, page, person),
    responseOf(world, alert.id, person.id),
    alert.supersededBy
      ? newerPage(world, alert.id, { memberId: person.id, channel: delivery.channel })
      : null,
  ]);
  const [asked, events] = await Promise.all([
    questionsOnPage(world, alert, person.id, response),
    eventsOf(world, page),
  ]);
  return {
    ...page,
    person,
    officials,
    points,
    response,
    asked,
    newer,
    words: wordsFor(alert, person),
    say: wordsToSay(person, alert.billNumber, points?.say ?? null),
    /** What can be put into a calendar, if anything. */
    events: events.map(({ uid }) => uid.split('-')[0] ?? ''),
    settings: await settingsToken(world, person.id),
  };
};
export type MemberPage = Awaited<ReturnType<typeof pageFor>>;
