import * as z from 'zod';
import { enqueuePlanned } from '../delivery/index.ts';
import { currentConsentText } from '../people/index.ts';
import { showPhone } from '../platform/phone.ts';
import { ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings, type NetworkSettings } from '../staff/index.ts';
import { joinLink } from './join-link.ts';
import { numberToText } from './number-to-text.ts';
import { membersToInvite } from './queries.ts';
import { tell } from './tell.ts';

/** Members in one commit; each takes three statements, and the platform ends a batch at a thousand. */
const BLOCK = 100;
const NOT_AGAIN_MS = 24 * 3_600_000;

/**
 * Mails members who have a number and have not agreed to texts a link of their own, on which they may. Nobody is
 * mailed twice within a day.
 * @param input.memberIds some members only; otherwise all whom it concerns
 * @returns how many were invited, and how many had been within the day
 */
export const inviteToConsent = verb({
  name: 'consent.invite',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ memberIds: z.array(z.string()).max(20_000).optional() }),
  async run(world, who, input) {
    const settings = await networkSettings(world);
    const words = await wordsOf(world, settings);
    const about = world.ids.next();
    const since = world.clock.now() - NOT_AGAIN_MS;
    let [invited, already, after] = [0, 0, ''];
    for (;;) {
      const rows = await world.db.all(membersToInvite, {
        memberIds: input.memberIds ?? null,
        since,
        after,
        limit: BLOCK,
      });
      const last = rows.at(-1);
      if (!last) return ok({ invited, already });
      const meant = rows.filter(({ asked }) => asked === 0);
      const changes = await Promise.all(
        meant.map(async (row) =>
          tell(world, {
            kind: 'invitation',
            about,
            memberId: row.memberId,
            contactPointId: row.emailId,
            words: words(row.phone, await joinLink(world, row.memberId, row.numberId)),
          }),
        ),
      );
      if (meant.length > 0) {
        const done = await world.db.commit(
          {
            who,
            action: 'consent.invite',
            subject: { kind: 'invitation', id: about },
            detail: { members: meant.length },
          },
          changes.flat(),
        );
        await enqueuePlanned(world, done);
      }
      invited += meant.length;
      already += rows.length - meant.length;
      after = last.memberId;
    }
  },
});

const wordsOf = async (world: World, settings: NetworkSettings) => {
  const [consent, number] = await Promise.all([
    currentConsentText(world, settings.networkName),
    numberToText(world),
  ]);
  return (phone: string, link: string) => ({
    subject: 'May we text you when a bill needs you?',
    email: [
      'Dear {{first_name}} {{last_name}},',
      `When a bill that concerns your district comes up, ${settings.networkName} texts its members: what it is, whom to call, and one number to answer with. You are not on that list yet.`,
      `To get texts at the number that ends in ${phone.slice(-2)}, open this page and press the button:\n${link}`,
      ...(number ? [`Or text JOIN from that phone to ${showPhone(number)}.`] : []),
      `What you agree to:\n${consent.body}`,
      [
        '--',
        `You get this as a member of ${settings.networkName}.`,
        'To get no more of these emails, reply with the word unsubscribe.',
        ...(settings.postalAddress ? [settings.postalAddress] : []),
      ].join('\n'),
    ].join('\n\n'),
  });
};
