import { Hono, type Context } from 'hono';
import { formatIso, showWhen } from '../platform/days.ts';
import { text } from '../platform/form.ts';
import { regionOf } from '../platform/who.ts';
import { flashFrom, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { digestFor } from './digest-for.ts';
import { followUpRoutes } from './follow-up-routes.tsx';
import { AutomaticPage } from './pages/automatic-page.tsx';
import { holdsNow } from './holds.ts';
import { InboxPage, LiveList, type ListProps, type Shown } from './pages/inbox-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { searchInbox } from './search-inbox.ts';
import { segmentsInWords } from './segments-in-words.ts';
import { setDigest } from './set-digest.ts';
import { showAutomatic } from './show-automatic.ts';
import { showInbox } from './show-inbox.ts';
import { snippetRoutes } from './snippet-routes.tsx';
import { mayWrite, posted, threadRoutes } from './thread-routes.tsx';

type C = Context<AppEnv>;
const BACK = { href: '/inbox', label: 'Inbox' };
const SHOWN: readonly Shown[] = ['waiting', 'unread', 'unbound', 'held', 'mine', 'snoozed', 'all'];

const flashOf = flashFrom({
  closed: 'Put away. It comes back when they write again.',
  snoozed: 'Set aside. It comes back by itself, and at once when they write.',
  digest: 'Saved.',
  followed: 'On its way. Texts wait for their reader’s hours.',
});
const whenOf = (c: C) => (at: number) => ({
  iso: formatIso(at),
  text: showWhen(at, c.var.world.clock.now(), c.var.frame.zone),
});

/** The inbox: threads that wait, search, canned replies, messages to many; and one thread with what can be done about it. */
export const inboxRoutes = new Hono<AppEnv>();

const listOf = async (c: C) => {
  const show = SHOWN.find((one) => one === c.req.query('show')) ?? 'waiting';
  const alertId = c.req.query('alert') || null;
  const option = /^[1-9]$/.test(c.req.query('option') ?? '') ? Number(c.req.query('option')) : null;
  const labelId = c.req.query('label') || null;
  const cursor = c.req.query('cursor');
  const list = await showInbox(c.var.world, c.var.who, { show, alertId, option, labelId, cursor });
  if (!list.ok) return list;
  const { data, nextCursor, counts, ...rest } = list.value;
  const seen = [counts.waiting, counts.unread, counts.held, counts.mine, counts.mark].join('.');
  const props: ListProps = {
    ...rest,
    show,
    alertId,
    option: option === null ? null : String(option),
    labelId,
    rows: data,
    counts,
    next: nextCursor,
    seen,
    live: !cursor && show !== 'all',
    when: whenOf(c),
    few: !mayWrite(c),
  };
  return { ok: true as const, props };
};

inboxRoutes.get('/inbox', async (c) => {
  const list = await listOf(c);
  if (!list.ok) return respondProblem(c, list.problem);
  return c.html(
    <InboxPage
      {...list.props}
      frame={c.var.frame}
      flash={flashOf(c)}
      undo={c.req.query('undo') ?? null}
      undoAs={c.req.query('done') === 'snoozed' ? 'waking' : 'opening'}
      holds={await overdueHolds(c)}
      digest={mayWrite(c) ? await digestFor(c.var.world, c.var.who) : null}
    />,
  );
});

/** What has been on hold too long, on the first page of the list. */
const overdueHolds = async (c: C) =>
  c.req.query('cursor')
    ? []
    : (await holdsNow(c.var.world, { regionId: regionOf(c.var.who), zone: c.var.frame.zone })).filter(
        ({ overdue }) => overdue,
      );

/** The list alone, asked for every few seconds; nothing where nothing has changed. */
inboxRoutes.get('/inbox/live', async (c) => {
  const list = await listOf(c);
  if (!list.ok) return respondProblem(c, list.problem);
  if (c.req.query('seen') === list.props.seen) return c.body(null, 204);
  return c.html(<LiveList {...list.props} news />);
});

inboxRoutes.get('/inbox/search', onlyFor(searchInbox), async (c) => {
  const q = c.req.query('q')?.trim() ?? '';
  const found = q.length < 2 ? null : await searchInbox(c.var.world, c.var.who, { q });
  if (found && !found.ok) return respondProblem(c, found.problem, BACK);
  return c.html(
    <SearchPage frame={c.var.frame} q={q} found={found?.ok ? found.value : null} when={whenOf(c)} />,
  );
});

inboxRoutes.get('/inbox/automatic', async (c) => {
  const list = await showAutomatic(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, BACK);
  return c.html(<AutomaticPage frame={c.var.frame} rows={list.value.data} when={whenOf(c)} />);
});

/** The length of words as a text, while they are being written. */
inboxRoutes.post('/inbox/segments', async (c) => {
  const form = await posted(c);
  return c.text(segmentsInWords(text(form, 'body') ?? text(form, 'words') ?? text(form, 'sms_text') ?? ''));
});

inboxRoutes.post('/inbox/digest', async (c) => {
  const which = text(await posted(c), 'which') as 'off';
  const result = await setDigest(c.var.world, c.var.who, { which });
  return result.ok ? c.redirect('/inbox?done=digest', 303) : respondProblem(c, result.problem, BACK);
});

inboxRoutes.route('/', snippetRoutes);
inboxRoutes.route('/', followUpRoutes);
inboxRoutes.route('/', threadRoutes);
