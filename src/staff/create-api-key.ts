import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import { insertApiKey } from './queries.ts';

const KEY_PREFIX = 'coth_';
const KEY_LENGTH = 40;
export const KEY_PATTERN = new RegExp(`^${KEY_PREFIX}[A-Za-z0-9]{${KEY_LENGTH}}$`);

const scope = z
  .string()
  .regex(/^(\*|[a-z]+(-[a-z]+)*)$/, 'Use *, read, or the first word of a verb, such as alert.');

/**
 * Makes a key of the JSON API. It acts as the person it belongs to, in their role of the day, within its
 * scopes: `*`, `read`, or first words of verb names.
 * @returns the key itself, this once; only its hash is kept
 */
export const createApiKey = verb({
  name: 'api-key.create',
  by: ['owner', 'system'],
  input: z.strictObject({
    name: z.string().trim().min(1, 'Name the key after what will use it.').max(60, 'At most 60 characters.'),
    /** Whose key it is; the person who makes it where left out. */
    staffId: z.string().optional(),
    scopes: z.array(scope).min(1, 'Choose what the key may do.').max(30),
  }),
  async run(world, who, input) {
    const id = world.ids.next();
    const key = KEY_PREFIX + world.ids.token(KEY_LENGTH);
    const staffId = input.staffId ?? who.id;
    const done = await world.db.commit(
      {
        who,
        action: 'api-key.create',
        subject: { kind: 'api-key', id },
        detail: { staffId, scopes: input.scopes },
      },
      [
        must(insertApiKey, {
          id,
          name: input.name,
          staffId,
          prefix: key.slice(0, KEY_PREFIX.length + 4),
          keyHash: await sha256(key),
          scopes: input.scopes,
          now: world.clock.now(),
        }),
      ],
    );
    return done ? ok({ id, key }) : missing('The person this key is for');
  },
});
