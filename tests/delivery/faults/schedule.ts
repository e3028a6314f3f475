import { answerOf, type AnswerDoor } from './doors.ts';
import {
  cancelAlert,
  closeAlert,
  launchAlert,
  leaveUnconfirmed,
  listUnconfirmed,
  nudgeAlert,
  pauseAlert,
  resumeAlert,
  scheduleAlert,
  sendAgain,
  supersedeAlert,
} from '../../../src/delivery/index.ts';
import { TUESDAY } from '../../support/world.ts';
import type { Fate } from './carrier.ts';
import type { Chance } from './chance.ts';
import { openDeployment, type Deployment } from './deployment.ts';
import { brokenPromises } from './invariants.ts';
import {
  addMembers,
  approved,
  approve,
  director,
  mailsUs,
  texts,
  unsubscribes,
  type Someone,
} from './people.ts';
import type { Script } from './process.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONES = [
  'America/Denver',
  'America/Denver',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Phoenix',
];
const CODES = [30001, 30003, 30004, 30005, 30007, 30008, 30022, 30023, 30034];
const REFUSALS = [21211, 21610, 21611, 21614, 20003, 30034];

interface Scene {
  d: Deployment;
  chance: Chance;
  people: Someone[];
  alerts: string[];
  /** How likely it is that something befalls a request or a call. */
  harm: number;
  steps: string[];
}

const fateOf = (chance: Chance): Fate =>
  chance.pick<() => Fate>([
    () => ({ kind: 'hang', accepted: true }),
    () => ({ kind: 'hang', accepted: false }),
    () => ({ kind: 'hang', accepted: false }),
    () => ({ kind: '5xx', accepted: true }),
    () => ({ kind: '5xx', accepted: false }),
    () => ({ kind: '429' }),
    () => ({ kind: '429', retryAfter: 1 + chance.below(600) }),
    () => ({ kind: 'garbled' }),
    () => ({ kind: 'refuse', code: chance.pick(REFUSALS) }),
    () => ({ kind: 'end', code: chance.pick(CODES) }),
    () => ({ kind: 'end', code: chance.pick(CODES) }),
  ])();

/** Nothing mostly; else one strike at one call of a run, or at many. */
const scriptOf = ({ chance, harm }: Scene): Script => {
  if (!chance.is(harm)) return () => null;
  const strike = chance.pick(['kill-before', 'kill-after', 'fail-before', 'fail-after'] as const);
  const at = 1 + chance.below(12);
  const all = chance.is(0.2) && strike.startsWith('fail');
  return (name, no) => (no === at || (all && no > at && name.startsWith('d1.')) ? strike : null);
};
const strikeIn = (how: Script) => ({ script: how });

/** What can happen next, each with how often it is drawn. */
const STEPS: [number, string, (scene: Scene) => Promise<unknown>][] = [
  [
    8,
    'a consumer takes a page',
    (s) => s.d.consume('deliveries', { ...strikeIn(scriptOf(s)), order: orderOf(s) }),
  ],
  [
    3,
    'a page comes to two consumers at once',
    async ({ d }) => {
      await Promise.all([d.consume('deliveries', { copy: true }), d.consume('deliveries')]);
    },
  ],
  [
    2,
    'a page comes twice',
    async ({ d }) => {
      await d.consume('deliveries', { copy: true });
    },
  ],
  [
    6,
    'a consumer takes events',
    (s) =>
      s.d.consume('events', { ...strikeIn(scriptOf(s)), count: 1 + s.chance.below(20), order: orderOf(s) }),
  ],
  [2, 'events come twice', (s) => s.d.consume('events', { copy: true, count: 1 + s.chance.below(5) })],
  [5, 'the clock rings', (s) => s.d.ring('* * * * *', strikeIn(scriptOf(s)))],
  [1, 'the clock rings twice at once', ({ d }) => Promise.all([d.ring(), d.ring()])],
  [1, 'the quarter rings', (s) => s.d.ring('*/15 * * * *', strikeIn(scriptOf(s)))],
  [
    5,
    'time passes',
    async ({ d, chance }) => d.pass(Math.floor(MINUTE * chance.pick([0.1, 0.5, 1.1, 2, 6, 12, 31, 90, 400]))),
  ],
  [6, 'the carrier goes on and reports', reports],
  [2, 'the mail provider reports', mailReports],
  [5, 'a member answers', answers],
  [3, 'a member stops', stops],
  [1, 'a member starts again', ({ d, chance, people }) => texts(d, chance.pick(people), 'START')],
  [
    1,
    'somebody says that the number is wrong',
    ({ d, chance, people }) => texts(d, chance.pick(people), 'wrong number'),
  ],
  [2, 'an alert is launched', launches],
  [1, 'an alert is paused', (s) => acts(s, pauseAlert)],
  [2, 'an alert is resumed', (s) => acts(s, resumeAlert)],
  [1, 'an alert is nudged', (s) => acts(s, nudgeAlert)],
  [1, 'an alert gives way to a new version', supersedes],
  [1.5, 'a person decides about what nobody could confirm', decides],
  [0.5, 'an alert is cancelled', (s) => acts(s, cancelAlert)],
  [0.5, 'an alert is closed', (s) => acts(s, closeAlert)],
];
const orderOf = ({ chance }: Scene) => chance.pick(['first', 'last'] as const);

async function reports({ d, chance }: Scene): Promise<void> {
  for (const text of d.carrier.texts.values())
    if (text.direction === 'outbound-api')
      for (let go = chance.below(5); go > 0 && d.carrier.advance(text);) go -= 1;
  const posts = chance.shuffled(d.carrier.callbacks.splice(0));
  for (const post of posts) {
    const luck = chance.next();
    if (luck < 0.15) continue;
    if (luck < 0.3) d.carrier.callbacks.push(post);
    await d.post(post, luck < 0.35 ? strikeIn((_name, no) => (no === 1 ? 'fail-before' : null)) : {});
    if (luck > 0.9) await d.post(post);
  }
}
async function mailReports({ d, chance }: Scene): Promise<void> {
  d.mail.run();
  for (const post of chance.shuffled(d.mail.events.splice(0))) {
    if (chance.is(0.15)) continue;
    await d.post(post);
    if (chance.is(0.15)) await d.post(post);
  }
}
async function answers({ d, chance, people }: Scene): Promise<void> {
  const one = chance.pick(people);
  const door = chance.pick<AnswerDoor>(['sms', 'sms', 'email', 'web']);
  const words = chance.pick([
    '1',
    '2',
    '2',
    '1 but not before noon',
    'Who is this?',
    'YES',
    'Liked "Call about HB 203"',
  ]);
  await answerOf(d, one, door, words, chance.is(0.2));
}
async function stops({ d, chance, people }: Scene): Promise<void> {
  const one = chance.pick(people);
  const mail = d.mail.taken.find((sent) => sent.to[0] === one.email);
  const way = chance.below(4);
  if (way === 0) await texts(d, one, 'STOP');
  else if (way === 1) await texts(d, one, chance.pick(['please stop texting me', 'no more', 'stop this']));
  else if (way === 2) await mailsUs(d, one.email, 'r@reply.network.example', 'unsubscribe');
  else if (mail) await unsubscribes(d, mail);
}
/** Nobody of them can be reached any more, or the hours are too few: then there is nothing to send. */
const onlyIfIdle = (error: unknown): void => {
  if (!/can be reached|deadline/.test(String(error))) throw error;
};
async function launches(scene: Scene): Promise<void> {
  const { d, chance, people, alerts } = scene;
  if (alerts.length >= 2) return;
  const some = chance.shuffled(people).slice(0, 1 + chance.below(people.length));
  let id: string;
  try {
    id = await approved(d, some, {
      sms: true,
      email: chance.is(0.6),
      hours: chance.pick([3, 24, 60]),
      smsText: chance.is(0.5) ? 'Call about HB 203 today' : '{{first_name}}, call about HB 203 today',
    });
  } catch (error) {
    return onlyIfIdle(error);
  }
  alerts.push(id);
  await goes(scene, id);
}
/** Sends an approved alert now, by one person or by two, or has the clock begin it later. */
async function goes(scene: Scene, id: string): Promise<void> {
  const { d, chance } = scene;
  const world = d.world(strikeIn(scriptOf(scene)));
  const later = chance.is(0.25) ? d.now() + chance.pick([1, 20, 90]) * MINUTE : null;
  await Promise.allSettled([
    later === null ? launchAlert(world, director, { id }) : scheduleAlert(world, director, { id, at: later }),
    ...(chance.is(0.3) ? [launchAlert(d.world(), director, { id })] : []),
  ]);
}
async function supersedes(scene: Scene): Promise<void> {
  const { d, chance, alerts } = scene;
  if (alerts.length === 0 || alerts.length >= 4) return;
  const draft = await supersedeAlert(d.world(strikeIn(scriptOf(scene))), director, {
    id: chance.pick(alerts),
  }).catch(() => null);
  if (!draft?.ok) return;
  const { id } = draft.value;
  try {
    await approve(d, id);
  } catch (error) {
    return onlyIfIdle(error);
  }
  alerts.push(id);
  await goes(scene, id);
}
async function decides(scene: Scene): Promise<void> {
  const { d, chance, alerts } = scene;
  const reason = 'The vote is today, and some may read it twice.';
  for (const alertId of alerts) {
    const waiting = await listUnconfirmed(d.world(), director, { alertId });
    const ids = waiting.ok ? waiting.value.data.map((one) => one.id) : [];
    if (ids.length === 0) continue;
    const world = d.world(strikeIn(scriptOf(scene)));
    const again = { alertId, ids, reason };
    await Promise.allSettled(
      chance.is(0.7)
        ? [
            sendAgain(world, director, again),
            ...(chance.is(0.3) ? [sendAgain(d.world(), director, again)] : []),
          ]
        : [leaveUnconfirmed(world, director, { alertId, ids })],
    );
  }
}
const acts = async (
  scene: Scene,
  verb: (
    world: ReturnType<Deployment['world']>,
    who: typeof director,
    input: { id: string },
  ) => Promise<unknown>,
): Promise<void> => {
  const { d, chance, alerts } = scene;
  if (alerts.length > 0)
    await Promise.allSettled([
      verb(d.world(strikeIn(scriptOf(scene))), director, { id: chance.pick(alerts) }),
    ]);
};

const WEIGHT = STEPS.reduce((sum, [often]) => sum + often, 0);
const stepOf = (chance: Chance) => {
  let at = chance.next() * WEIGHT;
  return STEPS.find(([often]) => (at -= often) < 0) ?? STEPS[0]!;
};

/** An hour in which all goes on, and the carrier, which has what it took, reports nothing. */
const silence = async ({ d }: Scene, note: (words: string) => void): Promise<void> => {
  note('the carrier reports nothing for an hour');
  for (const minutes of [0.2, 2, 8, 20, 31]) {
    d.pass(minutes * MINUTE);
    await d.pump();
    await d.ring();
    await d.pump();
  }
};

/** What a seed did, and which promises it found broken. */
export interface Run {
  steps: string[];
  broken: string[];
  /** Messages that the providers took. */
  taken: number;
}

/**
 * Plays one seed: some members, one alert and then whatever chance has in store, until all has come to rest.
 * The same seed does the same. Each begins ten days after the one before, so that none meets another's rows.
 */
export const playSeed = async (seed: number): Promise<Run> => {
  const d = openDeployment({ seed, start: TUESDAY + seed * 10 * DAY });
  const { chance } = d;
  const scene: Scene = { d, chance, people: [], alerts: [], harm: chance.pick([0, 0.1, 0.3]), steps: [] };
  const shared = chance.is(0.3) ? { phone: `+1406${String(3_000_000 + seed)}` } : {};
  scene.people.push(
    ...(await addMembers(d, 2, { ...shared, zone: () => chance.pick(ZONES) })),
    ...(await addMembers(d, 1 + chance.below(6), { zone: () => chance.pick(ZONES) })),
  );
  d.pass(chance.below(12) * 60 * MINUTE);
  const troubled = chance.pick([0, 0.15, 0.5]);
  d.carrier.script = () => (chance.is(troubled) ? fateOf(chance) : null);
  d.mail.script = () => (chance.is(troubled) ? fateOf(chance) : null);
  d.carrier.listLags = chance.is(0.1);
  await launches(scene);
  const count = 8 + chance.below(20);
  const note = (words: string) => scene.steps.push(`${new Date(d.now()).toISOString()} ${words}`);
  for (let no = 0; no < count; no += 1) {
    const [, words, run] = stepOf(chance);
    note(words);
    await run(scene);
  }
  if (chance.is(0.4)) {
    await silence(scene, note);
    note('a person decides about what nobody could confirm');
    await decides(scene);
  }
  note('all comes to rest');
  d.carrier.script = () => null;
  d.mail.script = () => null;
  d.carrier.listLags = false;
  await d.ring('*/15 * * * *');
  await d.quiet();
  const taken = d.carrier.asked.filter((one) => one.text !== null).length + d.mail.taken.length;
  return { steps: scene.steps, broken: await brokenPromises(d), taken };
};
