import { readToken, signToken } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';

const PURPOSE = 'page.form';

/** What a form of a member's page carries, signed: for which delivery it was shown, when, and with what. */
export interface PageForm {
  deliveryId: number;
  /** When the page was shown, ms UTC. */
  at: number;
  /** The version of the talking points that stood on the page. */
  versionId: string | null;
  /** The id that a contact report gets, so that sending twice makes one. */
  reportId: string | null;
  /** The form asks once more for what came too quickly. */
  asked: boolean;
}

/** The hidden value of a form. A machine that posts without having read the page has none. */
export const signForm = (
  world: World,
  form: Omit<PageForm, 'at' | 'asked'>,
  asked = false,
): Promise<string> =>
  signToken(
    world.settings.linkSecrets[0],
    PURPOSE,
    [form.deliveryId, world.clock.now(), form.versionId ?? '', form.reportId ?? '', asked ? 1 : 0].join(' '),
  );

/** What a posted form carried, or null where it was not shown by us for one of these deliveries. */
export const readForm = async (
  world: World,
  value: string | undefined,
  deliveryId: number,
): Promise<PageForm | null> => {
  const payload = value ? await readToken(world.settings.linkSecrets, PURPOSE, value) : null;
  const [id, at, versionId, reportId, asked] = payload?.split(' ') ?? [];
  if (Number(id) !== deliveryId) return null;
  return {
    deliveryId,
    at: Number(at),
    versionId: versionId || null,
    reportId: reportId || null,
    asked: asked === '1',
  };
};
