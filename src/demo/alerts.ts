import {
  alertById,
  approveAlert,
  draftAlert,
  previewAlert,
  proposeAlert,
  type AlertKind,
} from '../alerts/index.ts';
import { closeAlert, deliveriesOf, launchAlert, sendPage, settleAlerts } from '../delivery/index.ts';
import type { Who } from '../platform/who.ts';
import type { Page, World } from '../platform/world.ts';
import type { OfficialStance } from '../legislature/index.ts';
import { answerOnPage, officialsAsked } from '../replies/index.ts';
import { must } from './must.ts';

/** Who does what in the demo. */
export interface People {
  director: Who;
  coordinator: Who;
  staff: Who;
}

export interface DemoAlert {
  kind: AlertKind;
  title: string;
  organizationId: string;
  billId: string;
  issueId: string;
  talkingPointsId?: string;
  deadlineAt: number;
  smsText: string;
  emailSubject: string;
  emailText: string;
  audience?: { groups: string[] };
  questions: NonNullable<Parameters<typeof draftAlert>[2]['questions']>;
}

/** The same World at another moment. @param at ms UTC */
export const worldAt = (world: World, at: number): World => ({ ...world, clock: { now: () => at } });

/** An alert that waits for a second person. */
export const proposed = async (world: World, people: People, draft: DemoAlert): Promise<string> => {
  const { id } = await must(draftAlert(world, people.staff, { audience: {}, ...draft }));
  await must(proposeAlert(world, people.staff, { id }));
  return id;
};

/** An alert that goes out: approved by one who did not write it, then handed to the queue. */
export const launched = async (world: World, people: People, draft: DemoAlert): Promise<string> => {
  const id = await proposed(world, people, draft);
  const { hash, people: audienceCount } = await must(previewAlert(world, people.director, { id }));
  await must(approveAlert(world, people.director, { id, hash, audienceCount }));
  await must(launchAlert(world, people.staff, { id }));
  return id;
};

/** An alert of some days ago: sent while the demo is built, since its queue is too late for one that closes. */
export const sentBefore = async (world: World, people: People, draft: DemoAlert): Promise<string> => {
  const pages: Page[] = [];
  const deliveries = {
    send: (more: Page[]) => {
      pages.push(...more);
      return Promise.resolve();
    },
  };
  const id = await launched({ ...world, deliveries }, people, draft);
  for (const page of pages) await sendPage(world, page);
  await settleAlerts(world);
  return id;
};
/** Staff close an alert that everybody who will has answered. */
export const closed = async (world: World, people: People, id: string): Promise<void> => {
  await must(closeAlert(world, people.staff, { id }));
};

export interface Said {
  /** Number of the choice. */
  no: number;
  afterMinutes: number;
  note?: string;
  /** Whether they also answered the question after it: their representative stands so. */
  stance?: OfficialStance;
}

/**
 * Members answer on their own pages. @param says by the place of the member among those who were asked, and their id
 * @param launchedAt ms UTC
 */
export const answered = async (
  world: World,
  by: Who,
  id: string,
  launchedAt: number,
  says: (place: number, memberId: string) => Said | null,
): Promise<void> => {
  const { questions } = await must(alertById(world, by, { id }));
  const { data } = await must(deliveriesOf(world, by, { id, limit: 500 }));
  const asked = new Map(data.filter((one) => one.state !== 'skipped').map((one) => [one.memberId, one.id]));
  let place = 0;
  for (const [memberId, deliveryId] of asked) {
    const said = says(place++, memberId);
    const [first, second] = questions;
    const optionId = first?.options.find(({ no }) => no === said?.no)?.id;
    if (!said || !optionId || memberId === null) continue;
    await must(
      answerOnPage(
        worldAt(world, launchedAt + Math.round(said.afterMinutes * 60_000)),
        { kind: 'member', id: memberId },
        { deliveryId, optionId, note: said.note ?? '' },
      ),
    );
    const own = said.stance ? await officialsAsked(world, id, memberId) : [];
    const official = own.find(({ title }) => title === 'Rep.') ?? own[0];
    if (said.stance && official && second?.kind === 'officials')
      await must(
        answerOnPage(
          worldAt(world, launchedAt + Math.round((said.afterMinutes + 1) * 60_000)),
          { kind: 'member', id: memberId },
          {
            deliveryId,
            questionId: second.id,
            officials: [{ officialId: official.officialId, stance: said.stance }],
          },
        ),
      );
  }
};
