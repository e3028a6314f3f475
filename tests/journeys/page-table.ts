import type { BrowserContext } from 'playwright-core';
import { until, type Stage } from './stage.ts';

interface Named {
  id: string;
  state: string;
  name: string;
  title: string;
  number: string;
  channel: string;
  address: string;
}
interface Member extends Named {
  contact_points: Named[];
}

/** What the demo network has not yet, so that every page has something to show; and where each thing then is. */
export const furnish = async (
  stage: Stage,
  context: BrowserContext,
  invitation: string,
): Promise<Record<string, string[]>> => {
  const list = async <T = Named>(path: string) => (await stage.api<{ data: T[] }>('GET', path)).data;
  const one = async (path: string, fits: (one: Named) => boolean = () => true) =>
    (await list(path)).find(fits)?.id ?? '';
  const make = async (path: string, body: unknown = {}) =>
    (await stage.api<{ id: string }>('POST', path, body)).id;
  const html = async (path: string) => (await context.request.get(stage.url + path)).text();
  const linkOn = async (path: string, link: RegExp) => link.exec(await html(path))?.[0] ?? '';

  const inState = (...states: string[]) => one('/alerts?limit=200', ({ state }) => states.includes(state));
  const [alert, proposed, closed, bill, issue, points, organization] = [
    await inState('sending', 'open'),
    await inState('proposed'),
    await inState('closed'),
    await one('/bills?limit=200', ({ number }) => number === 'HB 203'),
    await one('/issues'),
    await one('/talking-points'),
    await one('/organizations', ({ name }) => name.startsWith('Treasure')),
  ];
  const out = await until(
    'the demo’s alert to be out',
    () => stage.api<{ state: string; sms_text: string }>('GET', `/alerts/${alert}`),
    ({ state }) => state === 'open',
    stage,
  );
  const begins = out.sms_text.split('{{first_name}}').at(-1)?.slice(0, 20) ?? '';
  const texted = (await stage.texts()).filter(
    ({ by, body }) => by === 'network' && body.includes(begins) && /\/a\/\w+/.test(body),
  );
  const answerPage = /\/a\/\w+/.exec(texted[0]?.body ?? '')?.[0] ?? '';
  const settings = await linkOn(answerPage, /\/me\/[\w-]+\.[\w-]+/);
  const [mail] = (await stage.mails()).filter(({ headers }) => headers['List-Unsubscribe']);
  const unsubscribe = /\/u\/[^>\s]+/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[0] ?? '';

  const wording = {
    kind: 'action',
    organization_id: organization,
    issue_id: issue,
    bill_id: bill,
    talking_points_id: points,
    sms_text: '{{first_name}}, please write to your senator today.',
    email_subject: 'Please write today',
    email_text: 'Dear {{first_name}},\n\nPlease write today.',
    deadline_at: new Date(Date.now() + stage.clockOffset + 30 * 3_600_000).toISOString(),
    questions: [
      {
        prompt: 'Have you written?',
        options: [
          { no: 1, label: 'have written', outcome: 'contacted' },
          { no: 2, label: 'cannot', outcome: 'cannot' },
        ],
      },
    ],
  };
  const draft = await make('/alerts', { ...wording, title: 'A draft' });
  const approved = await make('/alerts', { ...wording, title: 'An approved one' });
  await stage.api('POST', `/alerts/${approved}/proposal`, {});
  const { hash, people } = await stage.api<{ hash: string; people: number }>(
    'GET',
    `/alerts/${approved}/preview`,
  );
  await stage.api('POST', `/alerts/${approved}/approval`, {
    hash,
    audience_count: people,
    reason: 'The director is away.',
  });

  await stage.text(texted[1]?.to ?? '', 'What does the bill do to a district of 90 students?');
  await stage.text(texted[2]?.to ?? '', 'Met with Rep. Kestrelman on HB 203, leaning no');
  const [conversation] = await until(
    'the questions in the inbox',
    () => list('/conversations'),
    ({ length }) => length > 0,
    stage,
  );
  const [report] = await until(
    'the contact report',
    () => list('/contact-reports?state=draft'),
    ({ length }) => length > 0,
    stage,
  );

  const unconsented = (await list<Member>('/members?limit=200')).find(({ contact_points }) =>
    contact_points.some(({ channel, state }) => channel === 'sms' && state === 'unconsented'),
  );
  await stage.api('POST', '/consent-invitations', { member_ids: [unconsented?.id] });
  const joins = await until(
    'the invitation to texts',
    () => stage.mails(unconsented?.contact_points.find(({ channel }) => channel === 'email')?.address),
    (mails) => mails.some(({ text }) => text.includes('/join/')),
    stage,
  );
  const join = /\/join\/\S+/.exec(joins.map(({ text }) => text).join('\n'))?.[0] ?? '';

  // Registrations are filed when the demo begins; reports are prepared here.
  const obligations = (await list('/obligations?limit=200')).filter(({ state }) => state !== 'filed');
  const ready = async () => {
    const found: { obligation: string; filing: string }[] = [];
    for (const { id: obligation } of obligations) {
      const { filing_id: filing } = await stage.api<{ filing_id: string }>('POST', '/filings', {
        obligation_id: obligation,
      });
      const { may_file } = await stage.api<{ may_file: boolean }>('GET', `/filings/${filing}/checks`);
      if (may_file) found.push({ obligation, filing });
    }
    return found;
  };
  const drafts = async (path: string) =>
    (await list(`${path}?limit=200`)).filter(({ state }) => state === 'draft');
  let reports = await ready();
  if (reports.length < 2) {
    // On some days of the year the closed alert's drafts stand in every period that has ended.
    for (const path of ['/activities', '/expenses'])
      for (const { id } of await drafts(path))
        await stage.api('POST', `${path}/${id}/confirmation`, path === '/activities' ? { minutes: 30 } : {});
    reports = await ready();
  }
  const [prepared, filed] = reports;
  const blocked =
    obligations.find(({ id }) => id !== prepared?.obligation && id !== filed?.obligation)?.id ?? '';
  await stage.api('POST', `/filings/${filed?.filing}/file`, {});

  const activity = await one('/activities');
  const [unconfirmed, unpaid] = [await drafts('/activities'), await drafts('/expenses')];
  const member = await one('/members');
  return {
    '/': ['/'],
    '/a/:token': [answerPage],
    '/a/:token/contact': [`${answerPage}/contact`],
    '/me/:token': [settings],
    '/me/:token/leave': [`${settings}/leave`],
    '/agenda': ['/agenda'],
    '/agenda/bills': ['/agenda/bills'],
    '/agenda/bills/:id': [`/agenda/bills/${bill}`],
    '/agenda/bills/:id/board': [
      `/agenda/bills/${bill}/board`,
      `/agenda/bills/${bill}/board?in=mt-lower`,
      `/agenda/bills/${bill}/board?in=demo-house-education&seat=demo-lower-5`,
    ],
    '/agenda/bills/:id/board/print': [`/agenda/bills/${bill}/board/print?in=mt-lower`],
    '/agenda/bills/new': ['/agenda/bills/new'],
    '/agenda/issues/:id': [`/agenda/issues/${issue}`],
    '/agenda/issues/new': ['/agenda/issues/new'],
    '/agenda/sessions/:id': [`/agenda/sessions/${await one('/legislative-sessions')}`],
    '/agenda/sessions/new': ['/agenda/sessions/new'],
    '/alerts': ['/alerts'],
    '/alerts/:id': [`/alerts/${alert}`, `/alerts/${approved}`, `/alerts/${closed}`],
    '/alerts/:id/deliveries': [`/alerts/${alert}/deliveries`],
    '/alerts/:id/edit': [`/alerts/${draft}/edit`],
    '/alerts/:id/excluded': [`/alerts/${draft}/excluded`],
    '/alerts/:id/nudge': [`/alerts/${alert}/nudge`],
    '/alerts/:id/report': [`/alerts/${closed}/report`],
    '/alerts/:id/preview': [`/alerts/${draft}/preview`, `/alerts/${proposed}/preview`],
    '/alerts/:id/responses': [`/alerts/${alert}/responses`],
    '/alerts/:id/unconfirmed': [`/alerts/${alert}/unconfirmed`],
    '/alerts/new': ['/alerts/new'],
    '/api/docs': ['/api/docs'],
    '/filings': ['/filings'],
    '/filings/:id': [
      `/filings/${blocked}`,
      `/filings/${prepared?.obligation}`,
      `/filings/${filed?.obligation}`,
    ],
    '/filings/:id/filing': [`/filings/${prepared?.obligation}/filing`],
    '/filings/filing/:id/print': [`/filings/filing/${filed?.filing}/print`],
    '/filings/calendar': ['/filings/calendar'],
    '/filings/dates': ['/filings/dates', '/filings/dates?regime=mt'],
    '/filings/dates/print': ['/filings/dates/print'],
    '/filings/filing/:id/changes': [`/filings/filing/${filed?.filing}/changes`],
    '/filings/filing/:id/proof': [`/filings/filing/${filed?.filing}/proof`],
    '/filings/days': ['/filings/days', '/filings/days?jurisdiction=MS'],
    '/filings/rules': ['/filings/rules', '/filings/rules?regime=ms&all=1'],
    '/filings/rules/:id': [
      '/filings/rules/mt.payment_threshold.2025',
      '/filings/rules/ms.registration_days.2026.proposed',
    ],
    '/filings/rules/:id/correction': ['/filings/rules/mt.payment_threshold.2025/correction'],
    '/filings/rules/new': ['/filings/rules/new?regime=mt'],
    '/filings/rules/print': ['/filings/rules/print?regime=mt'],
    '/filings/decisions': ['/filings/decisions'],
    '/filings/decisions/new': [
      (await linkOn('/filings/decisions', /\/filings\/decisions\/new\?[^"]+/)).replaceAll('&amp;', '&'),
    ],
    '/filings/what-if': ['/filings/what-if'],
    '/guidance': ['/guidance'],
    '/guidance/:slug': ['/guidance/501c6', '/guidance/montana'],
    '/log/candidates': ['/log/candidates'],
    '/filings/what-if/:name': [
      '/filings/what-if/due-date',
      '/filings/what-if/501h',
      '/filings/what-if/mt-threshold?on=2027-03-01&paymentsCents=3000&ask=1',
    ],
    '/inbox': ['/inbox'],
    '/inbox/:id': [`/inbox/${conversation?.id}`],
    '/inbox/automatic': ['/inbox/automatic'],
    '/inbox/follow-up': ['/inbox/follow-up'],
    '/inbox/search': ['/inbox/search', '/inbox/search?q=hearing'],
    '/inbox/snippets': ['/inbox/snippets'],
    '/inbox/snippets/new': ['/inbox/snippets/new'],
    '/inbox/snippets/:id': ['/inbox/snippets/demo-snippet-room'],
    '/invitations/:token': [invitation],
    '/join/:token': [join],
    '/log': ['/log'],
    '/log/activities/:id': [activity, ...unconfirmed.map(({ id }) => id)].map(
      (id) => `/log/activities/${id}`,
    ),
    '/log/activities/:id/class/:regime': [`/log/activities/${activity}/class/mt`],
    '/log/activities/new': ['/log/activities/new'],
    '/log/activities/:id/edit': [`/log/activities/${activity}/edit`],
    '/log/expenses/:id/edit': [`/log/expenses/${await one('/expenses')}/edit`],
    '/log/line': ['/log/line?line=30m%20prep%20HB%20203'],
    '/log/week': ['/log/week'],
    '/log/calendar': ['/log/calendar'],
    '/log/recurring': ['/log/recurring'],
    '/log/pay': ['/log/pay'],
    '/log/dues': ['/log/dues'],
    '/log/contacts': ['/log/contacts'],
    '/log/contacts/:id': [`/log/contacts/${report?.id}`],
    '/log/contacts/new': ['/log/contacts/new'],
    '/log/expenses/:id': [await one('/expenses'), ...unpaid.map(({ id }) => id)].map(
      (id) => `/log/expenses/${id}`,
    ),
    '/log/expenses/new': ['/log/expenses/new'],
    '/log/filers': ['/log/filers'],
    '/log/filers/new': ['/log/filers/new'],
    '/log/lobbyists/:id/end': [await linkOn('/log/filers', /\/log\/lobbyists\/\w+\/end/)],
    '/log/lobbyists/new': ['/log/lobbyists/new'],
    '/members': ['/members'],
    '/members/to-ring': ['/members/to-ring'],
    '/members/:id': [`/members/${member}`],
    '/members/:id/consent': [`/members/${member}/consent`],
    '/members/:id/edit': [`/members/${member}/edit`],
    '/members/:id/erase': [`/members/${member}/erase`],
    '/members/:id/export': [`/members/${member}/export`],
    '/members/:id/hours': [`/members/${member}/hours`],
    '/members/districts': ['/members/districts', '/members/districts?lacks=enrollment&members=some'],
    '/members/districts/:nces': [await linkOn('/members/districts', /\/members\/districts\/\d+/)],
    '/members/districts/figures': ['/members/districts/figures'],
    '/members/imports': ['/members/imports'],
    '/members/imports/:id': [`/members/imports/${await one('/imports?kinds=members')}`],
    '/members/new': ['/members/new'],
    '/members/organizations': ['/members/organizations'],
    '/members/organizations/:id': [await linkOn('/members/organizations', /\/members\/organizations\/01\w+/)],
    '/members/suppressions': ['/members/suppressions'],
    '/officials': ['/officials'],
    '/officials/:id': ['/officials/demo-lower-5'],
    '/officials/delegation': ['/officials/delegation'],
    '/officials/relationships': ['/officials/relationships'],
    '/officials/relationships/new': ['/officials/relationships/new?official=demo-lower-5'],
    '/officials/relationships/:id': [
      await linkOn(
        await linkOn('/officials/relationships', /\/officials\/demo-\w+-\d+/),
        /\/officials\/relationships\/01\w+/,
      ),
    ],
    '/officials/committees': ['/officials/committees'],
    '/officials/committees/:id': ['/officials/committees/demo-house-education'],
    '/officials/imports': ['/officials/imports'],
    '/officials/imports/:id': [`/officials/imports/${await one('/imports?kinds=officials,reach')}`],
    '/officials/maps': ['/officials/maps'],
    '/officials/reach': ['/officials/reach'],
    '/officials/reach/:nces': [await linkOn('/officials/reach', /\/officials\/reach\/\d+/)],
    '/reports': ['/reports'],
    '/reports/surveys': ['/reports/surveys'],
    '/settings': ['/settings'],
    '/settings/dead-letters': ['/settings/dead-letters'],
    '/settings/export': ['/settings/export'],
    '/settings/health': ['/settings/health'],
    '/settings/hours': ['/settings/hours'],
    '/settings/journal': ['/settings/journal'],
    '/settings/keys': ['/settings/keys'],
    '/settings/network': ['/settings/network'],
    '/settings/phone': ['/settings/phone'],
    '/settings/retention': ['/settings/retention'],
    '/settings/retention/:kind': ['/settings/retention/words', '/settings/retention/originals?days=365'],
    '/settings/senders': ['/settings/senders'],
    '/settings/staff': ['/settings/staff'],
    '/settings/staff/:id': [await linkOn('/settings/staff', /\/settings\/staff\/01\w+/)],
    '/settings/staff/new': ['/settings/staff/new'],
    '/sign-in': ['/sign-in'],
    '/sign-in/code': ['/sign-in/code'],
    '/sign-in/link/:token': [stage.signInLink.replace(stage.url, '')],
    '/talking-points': ['/talking-points'],
    '/talking-points/:id': [`/talking-points/${points}`],
    '/talking-points/:id/as-partner': [`/talking-points/${points}/as-partner`],
    '/talking-points/:id/changes': [`/talking-points/${points}/changes?from=1`],
    '/talking-points/:id/edit': [`/talking-points/${points}/edit`],
    '/talking-points/:id/field': [`/talking-points/${points}/field`],
    '/talking-points/:id/versions/:no': [`/talking-points/${points}/versions/1`],
    '/talking-points/:id/versions/:no/print': [`/talking-points/${points}/versions/1/print`],
    '/talking-points/new': ['/talking-points/new'],
    '/u/:token': [unsubscribe],
  };
};

/** Pages for people who are not signed in: opened as nobody. */
export const PUBLIC = [
  '/a/:token',
  '/a/:token/contact',
  '/invitations/:token',
  '/join/:token',
  '/me/:token',
  '/me/:token/leave',
  '/sign-in',
  '/sign-in/code',
  '/sign-in/link/:token',
  '/u/:token',
];
