import * as z from 'zod';
import { alertOf, wasLaunched } from '../alerts/index.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { alertView } from './alert-view.ts';

/** "[first name]" in place of what differs from member to member. */
const fieldsNamed = (words: string) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (_, field: string) => `[${field.replaceAll('_', ' ')}]`);

/**
 * An alert that is or was out, for a board's paper: whom it asked, who answered, what came of it and what it cost. Counts
 * only; a regional president sees the answers of their region, and neither sending nor cost, which are the network's.
 */
export const alertReport = view({
  name: 'report.show_alert',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'board'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const alert = await alertOf(world, id);
    if (!alert || !wasLaunched(alert.state)) return missing('That report');
    const { tally, sent, cost, contacts } = await alertView(world, who, alert);
    return ok({
      title: alert.title,
      organization: alert.organizationName,
      about: alert.billNumber ?? alert.issueName,
      launchedAt: alert.launchedAt,
      closedAt: alert.closedAt,
      words: fieldsNamed(alert.smsText || alert.emailText),
      tally,
      contacts: { confirmed: contacts.confirmed, officials: contacts.officials },
      sending: regionOf(who) === null ? { sent, cost } : null,
    });
  },
});
export type AlertReport = Extract<Awaited<ReturnType<typeof alertReport>>, { ok: true }>['value'];
