import type { World } from '../platform/world.ts';
import { receiveMail } from '../replies/index.ts';

/**
 * Takes one inbound mail. A fault of ours is thrown, never swallowed: the sending server then tries again later.
 * Source: Cloudflare Email Routing answers an uncaught exception with a temporary failure, `setReject` with a permanent one.
 */
export const takeMail = async (world: World, message: ForwardableEmailMessage): Promise<void> => {
  const raw = new Uint8Array(await new Response(message.raw).arrayBuffer());
  const result = await receiveMail(
    world,
    { kind: 'provider', id: 'mail' },
    { from: message.from, to: message.to, raw },
  );
  if (result.ok) return;
  if (result.problem.kind === 'refused') message.setReject(result.problem.message);
  else throw new Error(`Mail was not taken: ${result.problem.message}`);
};
