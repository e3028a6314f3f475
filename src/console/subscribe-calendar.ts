import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import { CALENDAR_READERS, insertFeed, revokeFeed } from './feed-queries.ts';

const TOKEN_LENGTH = 32;

/**
 * Makes a person's own calendar of hearings and, for who files reports, of due dates; one they had before ends.
 * @returns its address, this once; only its hash is kept
 */
export const subscribeCalendar = verb({
  name: 'calendar.subscribe',
  by: CALENDAR_READERS,
  input: z.strictObject({}),
  run: async (world, who) => {
    const [id, token, now] = [world.ids.next(), world.ids.token(TOKEN_LENGTH), world.clock.now()];
    const done = await world.db.commit(
      { who, action: 'calendar.subscribe', subject: { kind: 'calendar_feed', id } },
      [
        change(revokeFeed, { staffId: who.id, now }),
        must(insertFeed, { id, staffId: who.id, tokenHash: await sha256(token), now }),
      ],
    );
    return done
      ? ok({ address: `${world.settings.publicUrl}/calendar/${token}.ics` })
      : conflict('This was changed just now. Reload the page to see it.');
  },
});
