import { Hono, type Context } from 'hono';
import { releaseHold, suppressAddress } from '../people/index.ts';
import { formatIso, showMoment, showWhen } from '../platform/days.ts';
import { formOf, text, ticked } from '../platform/form.ts';
import { missing, type Problem, type Result } from '../platform/problem.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { answerConversation } from './answer-conversation.ts';
import { assignConversation } from './assign-conversation.ts';
import { closeConversation, reopenConversation } from './close-conversation.ts';
import { ConversationPage } from './pages/conversation-page.tsx';
import { InboxPage, type Shown } from './pages/inbox-page.tsx';
import { setAnswerFromReply } from './set-answer-from-reply.ts';
import { showConversation } from './show-conversation.ts';
import { INBOX_WRITERS, showInbox } from './show-inbox.ts';

type C = Context<AppEnv>;
const BACK = { href: '/inbox', label: 'Inbox' };
const DONE: Record<string, string> = {
  answered: 'Your answer is on its way.',
  closed: 'Put away. It comes back when they write again.',
  reopened: 'It waits in the inbox again.',
  assigned: 'Saved.',
  counted: 'The answer is counted.',
  kept: 'The alert is closed: the answer is kept, and not counted.',
  released: 'The hold is lifted. Texts go there again.',
  stopped: 'Closed. Nothing is sent there any more.',
};
const SHOWN: readonly Shown[] = ['waiting', 'unread', 'unbound', 'held', 'mine', 'all'];

const flashOf = flashFrom(DONE);
const whenOf = (c: C) => (at: number) => ({
  iso: formatIso(at),
  text: showWhen(at, c.var.world.clock.now(), c.var.frame.zone),
});
/** In a thread the clock is what people compare: "today 9:02 am". */
const momentOf = (c: C) => (at: number) => ({
  iso: formatIso(at),
  text: showMoment(at, c.var.world.clock.now(), c.var.frame.zone),
});
const mayWrite = (c: C) =>
  c.var.who.kind === 'staff' && (INBOX_WRITERS as readonly string[]).includes(c.var.who.role);
const posted = async (c: C) => formOf(await c.req.formData());

/** The inbox: threads that wait, and one thread with what can be done about it. */
export const inboxRoutes = new Hono<AppEnv>();

inboxRoutes.get('/inbox', async (c) => {
  const show = SHOWN.find((one) => one === c.req.query('show')) ?? 'waiting';
  const alertId = c.req.query('alert') || null;
  const list = await showInbox(c.var.world, c.var.who, { show, alertId, cursor: c.req.query('cursor') });
  if (!list.ok) return respondProblem(c, list.problem);
  return c.html(
    <InboxPage
      frame={c.var.frame}
      flash={flashOf(c)}
      show={show}
      alertId={alertId}
      rows={list.value.data}
      counts={list.value.counts}
      next={list.value.nextCursor}
      when={whenOf(c)}
      few={!mayWrite(c)}
    />,
  );
});

interface Tried {
  problem: Problem;
  channel?: string;
  body?: string;
}

const thread = async (c: C, id: string, tried: Tried | null = null) => {
  const { world, who } = c.var;
  const shown = await showConversation(world, who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, BACK);
  return c.html(
    <ConversationPage
      frame={c.var.frame}
      flash={flashOf(c)}
      {...shown.value}
      me={who.id}
      answerId={world.ids.next()}
      errors={fieldErrors(tried?.problem ?? null)}
      problem={tried && !tried.problem.fields?.length ? tried.problem.message : null}
      channel={tried?.channel ?? null}
      body={tried?.body ?? ''}
      when={momentOf(c)}
      mayWrite={mayWrite(c)}
    />,
    tried ? 422 : 200,
  );
};

inboxRoutes.get('/inbox/:id', (c) => thread(c, c.req.param('id')));

/** Back to the thread with a word about what was done, or the problem on the page itself. */
const after = async (
  c: C,
  id: string,
  result: Result<unknown>,
  done: string,
  tried: Omit<Tried, 'problem'> = {},
) => {
  if (result.ok) return c.redirect(`/inbox/${id}?done=${done}`, 303);
  if (result.problem.kind === 'missing' || result.problem.kind === 'forbidden')
    return respondProblem(c, result.problem, BACK);
  return thread(c, id, { problem: result.problem, ...tried });
};

inboxRoutes.post('/inbox/:id/answers', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const channel = text(form, 'channel') ?? '';
  const body = text(form, 'body') ?? '';
  const result = await answerConversation(c.var.world, c.var.who, {
    id: text(form, 'id'),
    conversationId: id,
    channel: channel as 'sms',
    body,
    keepOpen: ticked(form, 'keep_open'),
  });
  return after(c, id, result, 'answered', { channel, body });
});

inboxRoutes.post('/inbox/:id/closing', async (c) => {
  const id = c.req.param('id');
  const result = await closeConversation(c.var.world, c.var.who, { id });
  return result.ok ? c.redirect('/inbox?done=closed', 303) : after(c, id, result, 'closed');
});

inboxRoutes.post('/inbox/:id/opening', async (c) => {
  const id = c.req.param('id');
  return after(c, id, await reopenConversation(c.var.world, c.var.who, { id }), 'reopened');
});

inboxRoutes.post('/inbox/:id/assignment', async (c) => {
  const id = c.req.param('id');
  const staffId = text(await posted(c), 'staff_id') ?? null;
  return after(c, id, await assignConversation(c.var.world, c.var.who, { id, staffId }), 'assigned');
});

inboxRoutes.post('/inbox/:id/replies/:replyId/answer', async (c) => {
  const { id, replyId } = c.req.param();
  const form = await posted(c);
  const [alertId = '', optionId = ''] = (text(form, `option.${replyId}`) ?? '').split(' ');
  const result = await setAnswerFromReply(c.var.world, c.var.who, {
    replyId,
    alertId,
    optionId,
    memberId: text(form, `member.${replyId}`),
  });
  return after(c, id, result, result.ok && !result.value.counted ? 'kept' : 'counted');
});

inboxRoutes.post('/inbox/:id/hold', async (c) => {
  const id = c.req.param('id');
  const { world, who } = c.var;
  const stops = text(await posted(c), 'act') === 'stop';
  const shown = await showConversation(world, who, { id });
  const point = shown.ok ? shown.value.points.find(({ state }) => state === 'held') : undefined;
  if (!point)
    return respondProblem(c, shown.ok ? missing('A hold in this conversation').problem : shown.problem, BACK);
  const { channel, address } = point;
  const result = stops
    ? await suppressAddress(world, who, { channel, address, reason: 'unsubscribed' })
    : await releaseHold(world, who, { channel, address });
  return after(c, id, result, stops ? 'stopped' : 'released');
});
