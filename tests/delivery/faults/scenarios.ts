import { env } from 'cloudflare:workers';
import { pauseAlert, resumeAlert, setOwnHours } from '../../../src/delivery/index.ts';
import type { ClaimCondition } from '../../../src/delivery/conditions.ts';
import { instantOf } from '../../../src/platform/days.ts';
import { good } from '../../support/world.ts';
import { openDeployment, type Deployment } from './deployment.ts';
import { addMembers, director, launched, texts } from './people.ts';

/** One page given to two consumers at the same time, and once more when they are done. */
export const twoConsumers = async (d: Deployment): Promise<void> => {
  await Promise.all([d.consume('deliveries', { copy: true }), d.consume('deliveries', { copy: true })]);
  await d.consume('deliveries');
};

type Play = (without?: ClaimCondition, start?: number) => Promise<Deployment>;
const play =
  (act: (d: Deployment) => Promise<void>, startAt?: number): Play =>
  async (without) => {
    const d = openDeployment({ without, start: startAt });
    await act(d);
    await d.quiet();
    return d;
  };

let pairs = 0;
const EVENING = instantOf('2027-02-10', '19:30', 'America/Denver');

/** For each condition of the claim the fault that it stands against, and what must then not hold without it. */
export const AGAINST: Record<ClaimCondition, { fault: string; breaks: string; play: Play }> = {
  planned: {
    fault: '6 a page comes to two consumers at once',
    breaks: 'I1',
    play: play(async (d) => {
      await launched(d, await addMembers(d, 3));
      await twoConsumers(d);
    }),
  },
  ownMessage: {
    fault: '22 two members share a number',
    breaks: 'I1',
    play: play(async (d) => {
      await launched(d, await addMembers(d, 2, { phone: `+1406666${1000 + (pairs += 1)}` }));
    }),
  },
  due: {
    fault:
      '+ a text that the carrier never sent is planned for half an hour later, and its old page comes again',
    breaks: 'Wait',
    play: play(async (d) => {
      await launched(d, await addMembers(d, 2));
      d.carrier.script = ({ no }) => (no <= 2 ? { kind: 'end', code: 30001 } : null);
      await d.consume('deliveries', { copy: true });
      await d.tell();
      await d.consume('events');
      await d.ring();
      d.pass(60_000);
      await d.consume('deliveries');
    }),
  },
  deadline: {
    fault: '31 the clocks stand still, and the queue, until after the deadline',
    breaks: 'Time',
    play: play(async (d) => {
      await launched(d, await addMembers(d, 2), { hours: 1 });
      d.pass(2 * 3_600_000);
      await d.consume('deliveries');
    }),
  },
  alertIsLive: {
    fault: '32 an alert is paused while its pages wait',
    breaks: 'Time',
    play: play(async (d) => {
      const id = await launched(d, await addMembers(d, 2));
      good(await pauseAlert(d.world(), director, { id }));
      await d.consume('deliveries');
      good(await resumeAlert(d.world(), director, { id }));
    }),
  },
  notSuppressed: {
    fault: '20 a STOP races a send, and an import brings the number back meanwhile',
    breaks: 'I2',
    play: play(async (d) => {
      const [ned] = await addMembers(d, 1);
      await launched(d, [ned!]);
      await texts(d, ned!, 'please stop texting me');
      await env.DB.prepare(`update contact_point set state = 'active' where id = ?`)
        .bind(`${ned!.id}-sms`)
        .run();
      await d.consume('deliveries');
    }),
  },
  contactPointIsOpen: {
    fault: '24 a number turns out to be wrong while its text waits',
    breaks: 'Address',
    play: play(async (d) => {
      const [ned] = await addMembers(d, 1);
      await launched(d, [ned!]);
      await env.DB.prepare(
        `update contact_point set state = 'invalid', state_reason = 'bad_number' where id = ?`,
      )
        .bind(`${ned!.id}-sms`)
        .run();
      await d.consume('deliveries');
    }),
  },
  inWindow: {
    fault: '30 the window closes while a page is queued',
    breaks: 'Time',
    play: play(async (d) => {
      await launched(d, await addMembers(d, 2));
      d.pass(3_600_000);
      await d.consume('deliveries');
    }, EVENING),
  },
  inOwnHours: {
    fault: '30 a member asks for texts in the evening alone while theirs is queued',
    breaks: 'Time',
    play: play(async (d) => {
      const [ned, clara] = await addMembers(d, 2);
      await launched(d, [ned!, clara!]);
      good(
        await setOwnHours(
          d.world(),
          { kind: 'member', id: ned!.id },
          { id: ned!.id, opens: '17:30', closes: '19:30' },
        ),
      );
      await d.consume('deliveries');
    }),
  },
};
