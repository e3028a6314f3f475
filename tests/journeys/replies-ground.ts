import * as cast from '../../src/demo/cast.ts';
import { until, type LedgerMail, type Stage } from './stage.ts';

export interface Member {
  id: string;
  firstName: string;
  lastName: string;
  phone: string;
  email: string;
}
interface Row {
  id: string;
  first_name: string;
  last_name: string;
  contact_points: { channel: string; address: string; state: string }[];
}

/** A network with the cast's districts, members and officials and one bill; answers who has both a number and a mailbox. */
export const settle = async (stage: Stage) => {
  const files = [
    ['districts', cast.districtsCsv(), 'text/csv'],
    ['members', cast.membersCsv('2026-10-01'), 'text/csv'],
    ['officials', cast.officialsJson('2026-10-01'), 'application/json'],
    ['committees', cast.committeesJson('2026-10-01'), 'application/json'],
    ['reach', cast.reachCsv(), 'text/csv'],
  ] as const;
  for (const [kind, file, type] of files) {
    const answer = await stage.raw('POST', `/imports/${kind}`, file, type);
    if (!answer.ok)
      throw new Error(`The import of ${kind} answered ${answer.status}: ${await answer.text()}`);
  }
  const list = async <T>(path: string) => (await stage.api<{ data: T[] }>('GET', path)).data;
  const make = async (path: string, body: unknown) =>
    (await stage.api<{ id: string }>('POST', path, body)).id;
  const session = await make('/legislative-sessions', {
    jurisdiction: 'MT',
    name: '2027 regular session',
    starts_on: '2027-01-04',
  });
  const issueId = await make('/issues', { name: 'Public money for public schools' });
  const billId = await make('/bills', {
    legislative_session_id: session,
    number: 'HB 203',
    title: 'Expand education savings accounts',
    issue_id: issueId,
  });
  const [organization] = await list<{ id: string }>('/organizations');
  const at = (row: Row, channel: string) =>
    row.contact_points.find((one) => one.channel === channel && one.state === 'active')?.address ?? '';
  const members = (await list<Row>('/members?limit=200'))
    .map((row): Member => ({
      id: row.id,
      firstName: row.first_name,
      lastName: row.last_name,
      phone: at(row, 'sms'),
      email: at(row, 'email'),
    }))
    .filter(({ phone, email }) => phone && email);
  return { members, billId, issueId, organizationId: organization?.id ?? '' };
};
export type Ground = Awaited<ReturnType<typeof settle>>;

const OPTIONS = [
  { no: 1, label: 'will call', outcome: 'will' },
  { no: 2, label: 'have called', outcome: 'contacted' },
  { no: 3, label: 'cannot', outcome: 'cannot' },
];

/** An alert to these members that is out; answers its id once every text and mail is delivered. */
export const sendAlert = async (
  stage: Stage,
  { billId, issueId, organizationId }: Ground,
  to: Member[],
  { title, more = [] }: { title: string; more?: unknown[] },
): Promise<string> => {
  const { id } = await stage.api<{ id: string }>('POST', '/alerts', {
    kind: 'action',
    title,
    organization_id: organizationId,
    bill_id: billId,
    issue_id: issueId,
    sms_text: `{{first_name}}, ${title}. Please call today.`,
    email_subject: title,
    email_text: `Dear {{first_name}},\n\n${title}. Please call today.`,
    audience: { members: to.map((one) => one.id) },
    deadline_at: new Date(Date.now() + stage.clockOffset + 30 * 3_600_000).toISOString(),
    questions: [{ prompt: 'Have you called?', options: OPTIONS }, ...more],
  });
  await stage.api('POST', `/alerts/${id}/proposal`, {});
  const preview = await stage.api<{ hash: string; people: number }>('GET', `/alerts/${id}/preview`);
  await stage.api('POST', `/alerts/${id}/approval`, {
    hash: preview.hash,
    audience_count: preview.people,
    reason: 'One person at work.',
  });
  await stage.api('POST', `/alerts/${id}/launch`, {});
  await until(
    'all texts and mails',
    async () => [
      (await stage.texts()).filter((one) => one.body.includes(title)).map((one) => one.status),
      (await stage.mails()).filter((one) => one.subject === title),
    ],
    ([texts = [], mails = []]) =>
      texts.length >= to.length && mails.length >= to.length && texts.every((one) => one === 'delivered'),
    stage,
  );
  await until(
    'the alert to be open',
    () => stage.api<{ state: string }>('GET', `/alerts/${id}`),
    ({ state }) => state === 'open',
    stage,
  );
  return id;
};

/** What was sent to a member about this: their text, their mail, and the page that the text links to. */
export const sentTo = async (stage: Stage, member: Member, title: string) => {
  const text = (await stage.texts(member.phone)).find((one) => one.body.includes(title));
  const mail = (await stage.mails(member.email)).find((one) => one.subject === title);
  if (!text || !mail) throw new Error(`${member.lastName} got no "${title}".`);
  const address = Array.isArray(mail.reply_to) ? mail.reply_to[0] : mail.reply_to;
  return {
    text,
    mail,
    page: /https?:\/\/\S+\/a\/\w+/.exec(text.body)?.[0] ?? '',
    replyTo: /<([^>]+)>/.exec(address ?? '')?.[1] ?? address ?? '',
  };
};

/** Every address in a mail or a text, its headers left out: those that a gateway's scanner opens. */
export const linksIn = (...bodies: (string | undefined)[]): string[] => [
  ...new Set(
    bodies.flatMap((body) =>
      [...(body ?? '').matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([link]) => link.replaceAll('&amp;', '&')),
    ),
  ),
];

/** The one-click address of a mail, which stands in its headers alone. */
export const unsubscribeOf = (mail: LedgerMail): string =>
  /<(https?:[^>]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
