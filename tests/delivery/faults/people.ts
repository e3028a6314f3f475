import { env } from 'cloudflare:workers';
import { approveAlert, draftAlert, previewAlert, proposeAlert } from '../../../src/alerts/index.ts';
import { takeMail } from '../../../src/background/post.ts';
import { launchAlert } from '../../../src/delivery/index.ts';
import { addressHash } from '../../../src/people/index.ts';
import { good, staffAs } from '../../support/world.ts';
import type { Deployment } from './deployment.ts';

export interface Someone {
  id: string;
  phone: string;
  email: string;
  zone: string;
  region: 'west' | 'east';
}
export const director = staffAs('director');

let numbers = 0;
/** Members with a phone and an address each, west and east by turns. */
export const addMembers = async (
  d: Deployment,
  count: number,
  more: {
    phone?: string;
    zone?: (no: number) => string;
    organization?: string;
    email?: string;
    sms?: boolean;
  } = {},
): Promise<Someone[]> => {
  const world = d.world();
  const list: D1PreparedStatement[] = [];
  const people: Someone[] = [];
  for (let no = 0; no < count; no += 1) {
    const serial = (numbers += 1);
    const one: Someone = {
      id: `${d.mark}m${serial}`,
      phone: more.phone ?? `+1406${String(2_000_000 + serial)}`,
      email: more.email ?? `m${serial}@district.example`,
      zone: more.zone?.(no) ?? 'America/Denver',
      region: no % 2 ? 'east' : 'west',
    };
    people.push(one);
    list.push(
      env.DB.prepare(
        `insert into member (id, first_name, last_name, kind, organization_id, region_id, zone, created_at, updated_at)
         values (?, ?, 'Harrowgate', 'superintendent', ?, ?, ?, 1, 1)`,
      ).bind(one.id, `Ned${serial}`, more.organization ?? 'org', one.region, one.zone),
    );
    for (const [channel, address] of [
      ['sms', one.phone],
      ['email', one.email],
    ] as const) {
      if (channel === 'sms' && more.sms === false) continue;
      list.push(
        env.DB.prepare(
          `insert into contact_point (id, member_id, channel, address, address_hash, state, created_at, updated_at)
           values (?, ?, ?, ?, ?, 'active', 1, 1)`,
        ).bind(`${one.id}-${channel}`, one.id, channel, address, await addressHash(world, channel, address)),
      );
    }
  }
  await env.DB.batch(list);
  return people;
};

/** What no deployment begins without: two associations, two regions, staff, and senders that no test waits for. */
export const addNetwork = async (): Promise<void> => {
  await env.DB.batch([
    env.DB.prepare(
      `insert into organization (id, name, short_name, kind, created_at)
       values ('org', 'Association', 'ASSN', 'association', 1), ('other', 'Affiliate', 'AFFL', 'affiliate', 1)`,
    ),
    env.DB.prepare(`insert into region (id, name) values ('west', 'West'), ('east', 'East')`),
    env.DB.prepare(
      `insert into staff (id, name, email, created_at, updated_at)
       values ('staff-director', 'Dora Director', 'dora@network.example', 1, 1), ('staff-staff', 'Sam Staff', 'sam@network.example', 1, 1)`,
    ),
    env.DB.prepare(
      `insert into network_setting (key, value, changed_at, changed_by)
       values ('zone', '"America/Denver"', 1, 'x'), ('shortName', '"ASSN"', 1, 'x'), ('selfApproval', 'true', 1, 'x')`,
    ),
    env.DB.prepare(`update sender set per_second = 1000000, per_day = null`),
  ]);
};

const HOUR = 3_600_000;

interface Words {
  email?: boolean;
  sms?: boolean;
  smsText?: string;
  hours?: number;
  title?: string;
  organizationId?: string;
}
/** An approved action alert with two answers to choose from. */
export const approved = async (d: Deployment, people: Someone[], more: Words = {}): Promise<string> => {
  const world = d.world();
  const { id } = good(
    await draftAlert(world, staffAs('staff'), {
      kind: 'action',
      title: more.title ?? 'HB 203',
      organizationId: more.organizationId ?? 'org',
      smsText: more.smsText ?? 'Call about HB 203 today',
      emailSubject: 'HB 203',
      emailText: 'Dear {{first_name}}, call about HB 203 today.',
      sendSms: more.sms ?? true,
      sendEmail: more.email ?? false,
      audience: { members: people.map((one) => one.id) },
      deadlineAt: d.now() + (more.hours ?? 48) * HOUR,
      questions: [
        {
          prompt: 'Will you call?',
          options: [
            { no: 1, label: 'Will call', outcome: 'will' },
            { no: 2, label: 'Have called', outcome: 'contacted' },
          ],
        },
      ],
    }),
  );
  await approve(d, id);
  return id;
};

/** Proposes and approves a draft. Throws where that is refused. */
export const approve = async (d: Deployment, id: string): Promise<void> => {
  const world = d.world();
  good(await proposeAlert(world, staffAs('staff'), { id }));
  const { hash, people } = good(await previewAlert(world, director, { id }));
  good(await approveAlert(world, director, { id, hash, audienceCount: people }));
};

/** An alert that is approved and launched; its pages wait in the queue. */
export const launched = async (d: Deployment, people: Someone[], more: Words = {}): Promise<string> => {
  const id = await approved(d, people, more);
  good(await launchAlert(d.world(), director, { id }));
  return id;
};

/** A person texts our number and the carrier tells us. @returns the status we answered with */
export const texts = (d: Deployment, from: Someone, body: string): Promise<number> =>
  d.post(d.carrier.personTexts(from.phone, body).post);

let mails = 0;
/** A mail as the receiving server hands it to us. */
export const mailFrom = (
  from: string,
  to: string,
  body: string,
  headers: string[] = [],
): ForwardableEmailMessage => {
  const domain = from.split('@')[1] ?? '';
  const raw = [
    `Authentication-Results: mx.network.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    `From: Ned <${from}>`,
    `To: ${to}`,
    'Subject: Re: HB 203',
    `Message-ID: <${(mails += 1)}@${domain}>`,
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
  return {
    from,
    to,
    raw: new Response(raw).body,
    rawSize: raw.length,
    headers: new Headers(),
    setReject: () => undefined,
  } as unknown as ForwardableEmailMessage;
};

const linkIn = (words: string): string => /\/a\/[0-9A-Za-z]{10}/.exec(words)?.[0] ?? '';
const hidden = (page: string): string => /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';

/** A member opens the page that a message leads to, reads, and answers by a tap. */
export const answersOnPage = async (d: Deployment, words: string, answer: number) => {
  const path = linkIn(words);
  const { page } = await d.browse(path);
  d.pass(5_000);
  return d.browse(`${path}/answer`, { csrf: hidden(page), answer: String(answer) });
};

/** A member mails us. Throws where a mail server would come again. */
export const mailsUs = async (d: Deployment, from: string, to: string, body: string, headers?: string[]) =>
  takeMail(d.world(), mailFrom(from, to, body, headers));

/** A one-click unsubscribe, as a mail program sends it. */
export const unsubscribes = (d: Deployment, mail: { headers?: Record<string, string> }) => {
  const link = mail.headers?.['List-Unsubscribe'] ?? '';
  return d.browse(new URL(link.slice(1, -1)).pathname, { 'List-Unsubscribe': 'One-Click' });
};
