import type { Context } from 'hono';
import { formatIso, showWhen } from '../platform/days.ts';
import { text, type Form } from '../platform/form.ts';
import type { Allowed } from '../platform/who.ts';
import { flashFrom, type AppEnv } from '../ui/index.ts';

const DONE: Record<string, string> = {
  added: 'The member was added.',
  saved: 'Saved.',
  consent: 'Consent was written down. The number can be texted from now on.',
  removed: 'It was removed.',
  left: 'The member has left. No alert reaches them any more.',
  returned: 'The member is back.',
  imported: 'Imported.',
  closed: 'Closed. Nothing is sent there any more.',
  organization: 'The organization was added.',
  'organization-saved': 'The organization is saved.',
};

/** What a handler is given. */
export type C = Context<AppEnv>;

/** What has just been done, from the address. */
export const flashOf = flashFrom(DONE);

/** A moment as pages show it. */
export const when = (c: C, at: number) => ({
  iso: formatIso(at),
  text: showWhen(at, c.var.world.clock.now(), c.var.frame.zone),
});

const roleOf = (c: C): Allowed => (c.var.who.kind === 'staff' ? c.var.who.role : c.var.who.kind);

/** A regional president has fewer lists. */
export const isFew = (c: C) => roleOf(c) === 'regional_president';

/** What was typed, to show it again. */
export const valuesOf = (form: Form) =>
  Object.fromEntries(Object.keys(form).map((key) => [key, text(form, key)]));

/** Where a problem's page leads back to. */
export const backToMembers = { href: '/members', label: 'Members' };
