import { Hono, type Context } from 'hono';
import { listMembers, releaseHold, suppressAddress } from '../people/index.ts';
import { formatIso, showMoment } from '../platform/days.ts';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { missing, type Problem, type Result } from '../platform/problem.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { answerConversation } from './answer-conversation.ts';
import { assignConversation } from './assign-conversation.ts';
import { bindConversation } from './bind-conversation.ts';
import { closeConversation, reopenConversation } from './close-conversation.ts';
import { addLabel, removeLabel } from './label-conversation.ts';
import { addNote, removeNote } from './note-conversation.ts';
import { ConversationPage } from './pages/conversation-page.tsx';
import { markRead } from './read-conversation.ts';
import { setAnswerFromReply } from './set-answer-from-reply.ts';
import { showConversation } from './show-conversation.ts';
import { INBOX_WRITERS } from './show-inbox.ts';
import { snoozeConversation, wakeConversation } from './snooze-conversation.ts';
import { threadOf } from './thread-of.ts';
import { unbindConversation } from './unbind-conversation.ts';

type C = Context<AppEnv>;
const BACK = { href: '/inbox', label: 'Inbox' };
const DONE: Record<string, string> = {
  answered: 'Your answer is on its way.',
  reopened: 'It waits in the inbox again.',
  assigned: 'Saved.',
  counted: 'The answer is counted.',
  kept: 'The alert is closed: the answer is kept, and not counted.',
  released: 'The hold is lifted. Texts go there again.',
  stopped: 'Closed. Nothing is sent there any more.',
  noted: 'The note is kept. Only staff see it.',
  unnoted: 'The note is gone.',
  renoted: 'The note is back.',
  labelled: 'The label is on.',
  unlabelled: 'The label is off.',
  woken: 'It waits in the inbox again.',
  bound: 'This is their conversation now. You can undo it below.',
  unbound: 'Undone: it belongs to an unknown sender again.',
};

const flashOf = flashFrom(DONE);
/** In a thread the clock is what people compare: "today 9:02 am". */
const momentOf = (c: C) => (at: number) => ({
  iso: formatIso(at),
  text: showMoment(at, c.var.world.clock.now(), c.var.frame.zone),
});
export const mayWrite = (c: C) =>
  c.var.who.kind === 'staff' && (INBOX_WRITERS as readonly string[]).includes(c.var.who.role);
export const posted = async (c: C): Promise<Form> => formOf(await c.req.formData());

interface Tried {
  problem: Problem | null;
  channel?: string;
  body?: string;
}

const thread = async (c: C, id: string, tried: Tried | null = null) => {
  const { world, who } = c.var;
  const shown = await showConversation(world, who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, BACK);
  if (c.req.method === 'GET' && mayWrite(c) && shown.value.conversation.unread > 0)
    await markRead(world, who, { id });
  const words = c.req.query('member')?.trim() || null;
  const found =
    words && mayWrite(c) && !shown.value.conversation.memberId
      ? await listMembers(world, who, { q: words, limit: 10 })
      : null;
  return c.html(
    <ConversationPage
      frame={c.var.frame}
      flash={flashOf(c)}
      {...shown.value}
      me={who.id}
      answerId={world.ids.next()}
      noteId={world.ids.next()}
      errors={fieldErrors(tried?.problem ?? null)}
      problem={tried?.problem && !tried.problem.fields?.length ? tried.problem.message : null}
      channel={tried?.channel ?? null}
      body={tried?.body ?? ''}
      memberWords={words}
      membersFound={found?.ok ? found.value.data : []}
      takenBack={c.req.query('note') ?? null}
      when={momentOf(c)}
      mayWrite={mayWrite(c)}
    />,
    tried?.problem ? 422 : 200,
  );
};

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

/** One thread, and what can be done about it. */
export const threadRoutes = new Hono<AppEnv>();

threadRoutes.get('/inbox/:id', async (c) => {
  return thread(c, c.req.param('id'));
});

threadRoutes.post('/inbox/:id/answers', async (c) => {
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

/** Puts a canned reply into the answer, for who has no script; nothing is kept or sent. */
threadRoutes.post('/inbox/:id/insertion', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const shown = await showConversation(c.var.world, c.var.who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, BACK);
  const words = shown.value.snippets.find((one) => one.id === text(form, 'snippet'))?.words ?? '';
  const body = [text(form, 'body'), words].filter(Boolean).join('\n');
  return thread(c, id, { problem: null, channel: text(form, 'channel'), body });
});

threadRoutes.post('/inbox/:id/closing', async (c) => {
  const id = c.req.param('id');
  const result = await closeConversation(c.var.world, c.var.who, { id });
  return result.ok ? c.redirect(`/inbox?done=closed&undo=${id}`, 303) : after(c, id, result, 'closed');
});

threadRoutes.post('/inbox/:id/opening', async (c) => {
  const id = c.req.param('id');
  return after(c, id, await reopenConversation(c.var.world, c.var.who, { id }), 'reopened');
});

threadRoutes.post('/inbox/:id/assignment', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const staffId = ticked(form, 'me') ? c.var.who.id : (text(form, 'staff_id') ?? null);
  return after(c, id, await assignConversation(c.var.world, c.var.who, { id, staffId }), 'assigned');
});

threadRoutes.post('/inbox/:id/snooze', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const until = text(form, 'until') ?? text(form, 'date') ?? '';
  const result = await snoozeConversation(c.var.world, c.var.who, { id, until });
  return result.ok ? c.redirect(`/inbox?done=snoozed&undo=${id}`, 303) : after(c, id, result, 'snoozed');
});

threadRoutes.post('/inbox/:id/waking', async (c) => {
  const id = c.req.param('id');
  return after(c, id, await wakeConversation(c.var.world, c.var.who, { id }), 'woken');
});

threadRoutes.post('/inbox/:id/notes', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const result = await addNote(c.var.world, c.var.who, {
    id: text(form, 'id'),
    conversationId: id,
    body: text(form, 'note') ?? '',
  });
  return after(c, id, result, 'noted');
});

threadRoutes.post('/inbox/:id/notes/:noteId/removal', async (c) => {
  const { id, noteId } = c.req.param();
  const back = ticked(await posted(c), 'back');
  const result = await removeNote(c.var.world, c.var.who, { id: noteId, conversationId: id, back });
  return after(c, id, result, back ? 'renoted' : `unnoted&note=${noteId}`);
});

threadRoutes.post('/inbox/:id/labels', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const name = text(form, 'new_label') ?? text(form, 'label') ?? '';
  return after(c, id, await addLabel(c.var.world, c.var.who, { conversationId: id, name }), 'labelled');
});

threadRoutes.post('/inbox/:id/labels/:labelId/removal', async (c) => {
  const { id, labelId } = c.req.param();
  const result = await removeLabel(c.var.world, c.var.who, { conversationId: id, labelId });
  return after(c, id, result, 'unlabelled');
});

threadRoutes.post('/inbox/:id/binding', async (c) => {
  const id = c.req.param('id');
  const form = await posted(c);
  const result = await bindConversation(c.var.world, c.var.who, {
    id,
    memberId: text(form, 'member_id') ?? '',
    keep: text(form, 'keep') === 'address',
  });
  if (!result.ok) return after(c, id, result, 'bound');
  return after(c, (await threadOf(c.var.world, result.value.memberId)) ?? id, result, 'bound');
});

threadRoutes.post('/inbox/:id/unbinding', async (c) => {
  const id = c.req.param('id');
  const bindingId = text(await posted(c), 'binding_id') ?? '';
  const result = await unbindConversation(c.var.world, c.var.who, { bindingId });
  return after(c, result.ok ? result.value.id : id, result, 'unbound');
});

threadRoutes.post('/inbox/:id/replies/:replyId/answer', async (c) => {
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

threadRoutes.post('/inbox/:id/hold', async (c) => {
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
