import { describe, expect, test } from 'vitest';
import { ROLES, type Allowed, type Who } from '../../src/platform/who.ts';
import type { World } from '../../src/platform/world.ts';
import type { Result } from '../../src/platform/problem.ts';
import { staffAs, testWorld } from '../support/world.ts';

const LEADERS: Allowed[] = ['owner', 'director'];
const DESK: Allowed[] = [...LEADERS, 'staff'];
const OFFICE: Allowed[] = [...LEADERS, 'coordinator', 'staff'];
const FIELD: Allowed[] = [...OFFICE, 'regional_president'];
const READERS: Allowed[] = [...FIELD, 'system'];

/**
 * Who may do what, each row decided by a person. An action without a row fails a test below; so does a row
 * without an action. Region and partner limits are the verbs' own, tested with them.
 */
const ACTIONS: Record<string, readonly Allowed[]> = {
  // The team: the owner’s, but for one’s own phone.
  'archive.discard': ['owner', 'clock'],
  'archive.download': ['owner'],
  'archive.export': ['owner'],
  'archive.finish_restore': ['owner'],
  'archive.list': ['owner'],
  'archive.restore': ['owner'],
  'archive.restore_file': ['owner'],
  'retention.hold': LEADERS,
  'retention.keep_all': ['owner'],
  'retention.lift': LEADERS,
  'retention.list': LEADERS,
  'retention.set': ['owner'],
  'retention.show': LEADERS,
  'api-key.create': ['owner', 'system'],
  'api-key.list': ['owner'],
  'api-key.revoke': ['owner'],
  'invitation.accept': ['system'],
  'invitation.resend': ['owner'],
  'invitation.send': ['owner'],
  'invitation.withdraw': ['owner'],
  'journal.read': ['owner'],
  'network.budget': ['owner', 'director', 'system'],
  'network.save': ['owner', 'system'],
  'role.end': ['owner'],
  'role.grant': ['owner', 'system'],
  'sender.list': OFFICE,
  'sender.release_hold': LEADERS,
  'sender.set': LEADERS,
  'staff.add': ['owner', 'system'],
  'staff.list': OFFICE,
  'staff.phone': [...FIELD, 'partner', 'board'],
  // People: staff write, the field reads, members act for themselves.
  'consent.record': [...DESK, 'system'],
  'call.list': FIELD,
  'call.mark': [...DESK, 'regional_president'],
  'consent.show': FIELD,
  'contact.add': [...DESK, 'system', 'member'],
  'contact.remove': [...DESK, 'system', 'member'],
  'contact.stop': ['member'],
  'contact.verify': ['member'],
  'district.classes': [...FIELD, 'system'],
  'district.fact': [...DESK, 'system'],
  'district.figures': [...FIELD, 'system'],
  'district.import': [...DESK, 'system'],
  'district.import_figures': [...DESK, 'system'],
  'district.list': [...FIELD, 'system'],
  'district.remove_fact': DESK,
  'district.show': [...FIELD, 'system'],
  'group.add': [...DESK, 'system'],
  'group.list': [...FIELD, 'system'],
  'import.list': [...OFFICE, 'system'],
  'import.show': [...OFFICE, 'system'],
  'import.undo': DESK,
  'member.add': [...DESK, 'system'],
  'member.erase': ['owner'],
  'member.export': LEADERS,
  'member.figures': [...FIELD, 'system'],
  'member.import': [...DESK, 'system'],
  'member.leave': [...DESK, 'member'],
  'member.list': [...FIELD, 'system'],
  'member.open_settings': ['member'],
  'member.return': [...DESK, 'member'],
  'member.send_code': ['member'],
  'member.set_hours': [...DESK, 'member'],
  'member.show': [...FIELD, 'system'],
  'member.show_hours': [...FIELD, 'member'],
  'member.update': [...DESK, 'system'],
  'organization.add': [...LEADERS, 'system'],
  'organization.list': [...FIELD, 'system'],
  'organization.update': LEADERS,
  'region.add': [...DESK, 'system'],
  'region.list': [...FIELD, 'system'],
  'suppression.add': [...DESK, 'system'],
  'suppression.list': [...OFFICE, 'system'],
  'suppression.release': DESK,
  // The legislature and the agenda: ranking is the director’s; the board gets it within its reports.
  'agenda.show': READERS,
  'bill.add': [...OFFICE, 'system'],
  'bill.add_event': [...OFFICE, 'system'],
  'bill.list': READERS,
  'bill.show': READERS,
  'bill.update': [...OFFICE, 'system'],
  'board.show': [...FIELD, 'partner'],
  'chamber.list': FIELD,
  'committee.import': [...DESK, 'system'],
  'committee.list': FIELD,
  'committee.show': FIELD,
  'coverage.list': FIELD,
  'coverage.show': FIELD,
  'feed.fetch': [...DESK, 'system'],
  'feed.fetch_file': DESK,
  'issue.add': [...OFFICE, 'system'],
  'issue.edit': [...OFFICE, 'system'],
  'issue.list': READERS,
  'legislative_session.end': [...DESK, 'system'],
  'legislative_session.list': READERS,
  'legislative_session.start': [...DESK, 'system'],
  'official.correct': OFFICE,
  'official.import': [...DESK, 'system'],
  'official.import_congress': [...DESK, 'system'],
  'official.list': FIELD,
  'official.show': FIELD,
  'position.set': [...DESK, 'system'],
  'priority.rank': [...LEADERS, 'system'],
  'reach.assign_by_zip': [...OFFICE, 'system'],
  'reach.import': [...DESK, 'system'],
  'reach.list_unreached': OFFICE,
  'reach.set': [...OFFICE, 'system'],
  'reach.show': FIELD,
  'seat.discard': DESK,
  'seat.list_maps': FIELD,
  'seat.prepare': DESK,
  'seat.redraw': DESK,
  'relationship.add': [...FIELD, 'system'],
  'relationship.change': FIELD,
  'relationship.learn': ['system'],
  'relationship.list': FIELD,
  'relationship.list_of_member': FIELD,
  'relationship.map': FIELD,
  'relationship.remove': FIELD,
  'relationship.restore': FIELD,
  'relationship.show': FIELD,
  // Talking points and alerts before launch: approving is the director’s.
  'alert.approve': LEADERS,
  'alert.choices': OFFICE,
  'alert.discard': OFFICE,
  'alert.draft': OFFICE,
  'alert.edit': OFFICE,
  'alert.excluded': OFFICE,
  'alert.list': [...FIELD, 'system'],
  'alert.preview': OFFICE,
  'alert.propose': OFFICE,
  'alert.return': OFFICE,
  'alert.show': [...FIELD, 'system'],
  'ask.end': OFFICE,
  'ask.set': OFFICE,
  'talking_points.add': OFFICE,
  'talking_points.compare': OFFICE,
  'talking_points.edit': OFFICE,
  'talking_points.figures': OFFICE,
  'delegation.show': OFFICE,
  'talking_points.field': OFFICE,
  'talking_points.meetings': OFFICE,
  'talking_points.list': [...OFFICE, 'partner', 'system'],
  'talking_points.publish': OFFICE,
  'talking_points.share': OFFICE,
  'talking_points.show': [...OFFICE, 'partner', 'system'],
  // Sending: the desk launches and closes.
  'alert.cancel': DESK,
  'alert.close': DESK,
  'alert.deliveries': FIELD,
  'alert.launch': DESK,
  'alert.preview_nudge': DESK,
  'alert.nudge': DESK,
  'alert.pause': DESK,
  'alert.resume': DESK,
  'window.end_override': LEADERS,
  'window.list': OFFICE,
  'window.override': LEADERS,
  'alert.schedule': DESK,
  'alert.supersede': DESK,
  'alert.unschedule': DESK,
  'delivery.leave': DESK,
  'delivery.send_again': DESK,
  'delivery.unconfirmed': DESK,
  // Replies: the desk answers, regional presidents read their region.
  'answer.give': ['member'],
  'answer.take': DESK,
  'consent.give': ['member'],
  'consent.reopen': ['member'],
  'consent.invite': [...DESK, 'system'],
  'followup.preview': DESK,
  'followup.send': DESK,
  'inbox.answer': DESK,
  'inbox.assign': DESK,
  'inbox.automatic': [...DESK, 'regional_president'],
  'inbox.bind': DESK,
  'inbox.close': DESK,
  'inbox.digest': DESK,
  'inbox.label': DESK,
  'inbox.list': [...DESK, 'regional_president'],
  'inbox.note': DESK,
  'inbox.read': DESK,
  'inbox.reopen': DESK,
  'inbox.search': [...DESK, 'regional_president'],
  'inbox.set_answer': DESK,
  'inbox.show': [...DESK, 'regional_president'],
  'inbox.snooze': DESK,
  'inbox.unbind': DESK,
  'inbox.unlabel': DESK,
  'inbox.unnote': DESK,
  'inbox.wake': DESK,
  'reply.list': [...DESK, 'regional_president'],
  'reply.receive_mail': ['provider'],
  'reply.receive_text': ['provider'],
  'response.list': FIELD,
  'snippet.list': DESK,
  'snippet.remove': DESK,
  'snippet.save': DESK,
  // The log: members and their region report contacts; money and classes are the desk’s.
  'activity.add': OFFICE,
  'activity.add_calendar': OFFICE,
  'activity.add_line': OFFICE,
  'activity.preview_line': OFFICE,
  'activity.split': DESK,
  'attachment.add': DESK,
  'attachment.list': OFFICE,
  'attachment.remove': DESK,
  'attachment.show': OFFICE,
  'compensation.add': DESK,
  'compensation.list': DESK,
  'compensation.remove': DESK,
  'dues.add': DESK,
  'dues.list': DESK,
  'dues.remove': DESK,
  'expense.change': DESK,
  'expense.split': DESK,
  'log.choices': OFFICE,
  'log.week': OFFICE,
  'recurring.add': OFFICE,
  'recurring.draft': ['clock'],
  'recurring.end': OFFICE,
  'recurring.list': OFFICE,
  'activity.answer': DESK,
  'activity.change': DESK,
  'activity.classify': DESK,
  'activity.confirm': DESK,
  'activity.list': OFFICE,
  'activity.costs': OFFICE,
  'activity.questions': OFFICE,
  'activity.remove': DESK,
  'activity.show': OFFICE,
  'alert.log': ['system'],
  'contact_report.add': [...FIELD, 'member'],
  'contact_report.choices': [...FIELD, 'member'],
  'contact_report.confirm': [...FIELD, 'member'],
  'contact_report.discard': [...FIELD, 'member'],
  'contact_report.restore': FIELD,
  'contact_report.draft': ['system'],
  'contact_report.draft_from_answer': ['system'],
  'contact_report.list': FIELD,
  'contact_report.show': FIELD,
  'campaign_window.set': LEADERS,
  'candidate.list': OFFICE,
  'candidate.name': DESK,
  'candidate.remove': DESK,
  'expense.add': DESK,
  'expense.confirm': DESK,
  'expense.list': OFFICE,
  'expense.remove': DESK,
  'expense.settle': ['clock'],
  'expense.show': OFFICE,
  'filer.decide': [...LEADERS, 'system'],
  'filer.decisions': OFFICE,
  'filer.list': OFFICE,
  'filer.set': [...LEADERS, 'system'],
  'log.summary': OFFICE,
  'lobbyist.add': [...LEADERS, 'system'],
  'lobbyist.end': LEADERS,
  // Filings: the desk prepares, the director files.
  'filing.amend': DESK,
  'filing.calculate_501h': OFFICE,
  'filing.calculate_due_date': OFFICE,
  'filing.calculate_ld2_rounding': OFFICE,
  'filing.calculate_lda_registration': OFFICE,
  'filing.calculate_ma_incidental': OFFICE,
  'filing.calculate_ma_late_fee': OFFICE,
  'filing.calculate_ms_late_fee': OFFICE,
  'filing.calculate_ms_value_test': OFFICE,
  'filing.calculate_mt_month': OFFICE,
  'filing.calculate_mt_office': OFFICE,
  'filing.calculate_mt_threshold': OFFICE,
  'filing.calculate_nondeductible': OFFICE,
  'filing.calculate_proxy_tax': OFFICE,
  'filing.check': DESK,
  'filing.copy': OFFICE,
  'calendar.subscribe': FIELD,
  'calendar.unsubscribe': FIELD,
  'filing.compare': OFFICE,
  'filing.csv': OFFICE,
  'filing.export': OFFICE,
  'filing.file': LEADERS,
  'filing.list': OFFICE,
  'filing.prepare': DESK,
  'filing.receipt': DESK,
  'filing.receipt_file': OFFICE,
  'filing.receipts': OFFICE,
  'filing.render': OFFICE,
  'filing.show': OFFICE,
  'filing.verify': OFFICE,
  'obligation.dates': OFFICE,
  'obligation.file_by_other': LEADERS,
  'obligation.list': OFFICE,
  'obligation.refresh': [...DESK, 'system', 'clock'],
  'obligation.show': OFFICE,
  'calendar_day.add': LEADERS,
  'calendar_day.list': OFFICE,
  'calendar_day.remove': LEADERS,
  // The rules as dated data: the office reads them, leaders change them.
  'rule.add': LEADERS,
  'rule.correct': LEADERS,
  'rule.list': OFFICE,
  'rule.propose': LEADERS,
  'rule.put_in_force': LEADERS,
  'rule.review': LEADERS,
  'rule.show': OFFICE,
  'rule.withdraw': LEADERS,
  'threshold.list': OFFICE,
  // Reports: all but partners.
  'report.communications': [...FIELD, 'board'],
  'report.compare_surveys': [...FIELD, 'board'],
  'report.list_surveys': [...FIELD, 'board'],
  'report.show_alert': [...FIELD, 'board'],
  // Health: the office looks, the desk replays, those who lead discard.
  'dead_letter.discard': LEADERS,
  'dead_letter.list': OFFICE,
  'dead_letter.replay': DESK,
  'health.show': OFFICE,
  // Totals: all that a partner may see of an alert.
  'alert.tally': [...FIELD, 'partner'],
};

interface Action {
  (world: World, who: Who, input: unknown): Promise<Result<unknown>>;
  verb: string;
  by: readonly Allowed[];
  reads: boolean;
}
const files = import.meta.glob(
  '../../src/{staff,people,legislature,alerts,delivery,replies,lobbying,filings,reports,whip,archive,console,api}/**/*.ts',
  { eager: true },
) as Record<string, Record<string, unknown>>;
const isAction = (one: unknown): one is Action => typeof one === 'function' && 'verb' in one && 'by' in one;
const actions = [...new Set(Object.values(files).flatMap((file) => Object.values(file).filter(isAction)))];

const MACHINES: Who[] = [
  { kind: 'member', id: 'M1' },
  { kind: 'provider', id: 'twilio' },
  { kind: 'clock', id: 'daily' },
  { kind: 'system', id: 'system' },
];
const PEOPLE = ROLES.map((role) =>
  staffAs(role, {
    ...(role === 'regional_president' ? { regionId: 'R1' } : {}),
    ...(role === 'partner' ? { organizationId: 'O1' } : {}),
  }),
);
const nameOf = (who: Who): Allowed => (who.kind === 'staff' ? who.role : who.kind);
/** A key's word for an action: its noun, as the API writes it. */
const nounOf = (action: Action) => (action.verb.split('.')[0] ?? '').replaceAll('_', '-');
const imports = (action: Action) => action.verb.startsWith('import.') || action.verb.includes('.import');
const withScopes = (who: Who, scopes: string[]): Who => (who.kind === 'staff' ? { ...who, scopes } : who);

const world = testWorld();
/** Whether an actor is told that it is not theirs to do; whatever else an empty input brings is not asked here. */
const isDenied = async (action: Action, who: Who): Promise<boolean> => {
  const result = await action(world, who, {});
  return !result.ok && result.problem.kind === 'forbidden';
};

test('every action has its row and every row an action, each under one name', () => {
  expect(Object.keys(files).length).toBeGreaterThan(150);
  expect(actions.length).toBeGreaterThan(140);
  expect(actions.map(({ verb }) => verb).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

test('every action says who may do it as the table does', () => {
  for (const { verb, by } of actions)
    expect([verb, [...by].toSorted()]).toEqual([verb, [...(ACTIONS[verb] ?? [])].toSorted()]);
});

test('every role and every machine is denied something, and nobody is allowed nothing', () => {
  for (const who of [...ROLES, 'member', 'provider', 'clock', 'system'] as Allowed[]) {
    const may = Object.values(ACTIONS).filter((by) => by.includes(who)).length;
    expect(may, who).toBeGreaterThan(0);
    expect(may, who).toBeLessThan(Object.keys(ACTIONS).length);
  }
});

const of = (who: Allowed) => Object.keys(ACTIONS).filter((verb) => ACTIONS[verb]?.includes(who));

describe('the roles’ limits', () => {
  const reads = new Set(actions.filter((action) => action.reads).map((action) => action.verb));
  test('a partner has shared talking points and totals', () => {
    expect(of('partner').toSorted()).toEqual([
      'alert.tally',
      'board.show',
      'staff.phone',
      'talking_points.list',
      'talking_points.show',
    ]);
  });
  test('the board reads reports only', () => {
    expect(of('board').filter((verb) => !reads.has(verb))).toEqual(['staff.phone']);
    expect(of('board').every((verb) => /^report\.|^staff\.phone$/.test(verb))).toBe(true);
  });
  test('a regional president reads, and writes contact reports, who knows whom and their own calendar alone', () => {
    expect(
      of('regional_president')
        .filter((verb) => !reads.has(verb))
        .toSorted(),
    ).toEqual([
      'calendar.subscribe',
      'calendar.unsubscribe',
      'call.mark',
      'contact_report.add',
      'contact_report.confirm',
      'contact_report.discard',
      'contact_report.restore',
      'relationship.add',
      'relationship.change',
      'relationship.remove',
      'relationship.restore',
      'staff.phone',
    ]);
  });
  test('a coordinator reads people and the inbox is not theirs', () => {
    const people =
      /^(member|contact|consent|suppression|district|import|group|region|organization|inbox|reply)\./;
    expect(of('coordinator').filter((verb) => people.test(verb) && !reads.has(verb))).toEqual([]);
    expect(of('coordinator').filter((verb) => /^(inbox|reply)\./.test(verb))).toEqual([]);
  });
  test('ranking, approving and filing are the director’s and the owner’s', () => {
    for (const verb of ['priority.rank', 'alert.approve', 'filing.file', 'obligation.file_by_other'])
      expect((ACTIONS[verb] ?? []).filter((who) => who !== 'system')).toEqual(LEADERS);
  });
  test('the owner may do what any of the staff may', () => {
    for (const [verb, by] of Object.entries(ACTIONS))
      if (ROLES.some((role) => by.includes(role))) expect(by, verb).toContain('owner');
  });
});

describe.each(actions.map((action) => [action.verb, action] as const))('%s', (verb, action) => {
  const may = ACTIONS[verb] ?? [];

  test('is for those of the table, and denied to everybody else', async () => {
    for (const who of [...PEOPLE, ...MACHINES])
      expect(`${nameOf(who)} ${await isDenied(action, who)}`).toBe(
        `${nameOf(who)} ${!may.includes(nameOf(who))}`,
      );
  });

  test('takes a key of its noun, of everything, of reading where it reads and of imports where it imports', async () => {
    for (const who of PEOPLE) {
      const denied = (scopes: string[]) => isDenied(action, withScopes(who, scopes));
      const role = may.includes(nameOf(who));
      expect({
        who: nameOf(who),
        own: await denied([nounOf(action)]),
        all: await denied(['*']),
        read: await denied(['read']),
        import: await denied(['import']),
        other: await denied([nounOf(action) === 'member' ? 'alert' : 'member']),
        none: await denied([]),
      }).toEqual({
        who: nameOf(who),
        own: !role,
        all: !role,
        read: !role || !action.reads,
        import: !role || !imports(action),
        other: true,
        none: true,
      });
    }
  });
});
