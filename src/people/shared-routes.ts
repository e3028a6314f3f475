import type { Context } from 'hono';
import { formatIso, showWhen } from '../platform/days.ts';
import { text, type Form } from '../platform/form.ts';
import type { Allowed } from '../platform/who.ts';
import { flashFrom, type AppEnv } from '../ui/index.ts';
import { UPLOAD_MEGABYTES } from './upload.ts';

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
  figure: 'The figure is saved. The one before it, if there was one, stands below.',
  'figure-off': 'The figure was taken off. It stands below, from where it can be put back.',
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

/** Why a file is not looked at. */
export const TOO_LARGE = `This file is larger than ${UPLOAD_MEGABYTES} MB, the most that can be imported at once. Split it, with the same first line in each part, and import the parts one after the other.`;

/** Answers a CSV file under a name. */
export const csvFile = (c: C, name: string, content: string) =>
  c.body(content, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
