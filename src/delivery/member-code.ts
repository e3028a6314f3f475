import { keyedHash } from '../platform/tokens.ts';

/** Stands in a wording where the code goes. */
export const CODE_FIELD = '{{code}}';

/**
 * The six digits that go out with a delivery. They follow from its id and a secret, so that they are kept nowhere:
 * the wording holds the field, and who checks them makes them anew.
 */
export const memberCode = async (secret: string, deliveryId: number): Promise<string> => {
  const hash = await keyedHash(secret, `member-code:${deliveryId}`);
  return String(Number.parseInt(hash.slice(0, 12), 16) % 1_000_000).padStart(6, '0');
};

/** A wording with its code, where it is one of ours that has one; staff's words are left as they are. */
export const withCode = async (
  secret: string,
  one: { id: number; sourceKind: string; words: string },
): Promise<string> =>
  one.sourceKind === 'invitation' && one.words.includes(CODE_FIELD)
    ? one.words.replaceAll(CODE_FIELD, await memberCode(secret, one.id))
    : one.words;
