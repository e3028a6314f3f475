import { Hono, type Context } from 'hono';
import { roleProblem } from '../platform/verb.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { discardDeadLetters } from './discard-dead-letters.ts';
import { listDeadLetters } from './list-dead-letters.ts';
import { DeadLettersPage } from './pages/dead-letters.tsx';
import { replayDeadLetters } from './replay-dead-letters.ts';

export const deadLetterRoutes = new Hono<AppEnv>();

const PLACE = '/settings/dead-letters';
const BACK = { href: PLACE, label: 'Given-up messages' };
const flash = flashFrom({
  replayed: 'Put back on the queue. What fails again comes back here.',
  discarded: 'Discarded. The journal keeps who did it.',
  nothing: 'Nothing was left to do: somebody else was first.',
});

deadLetterRoutes.get('/settings/dead-letters', async (c) => {
  const { world, who, frame } = c.var;
  const list = await listDeadLetters(world, who, {});
  if (!list.ok) return respondProblem(c, list.problem);
  return c.html(
    <DeadLettersPage
      frame={frame}
      letters={list.value.data}
      count={list.value.count}
      now={world.clock.now()}
      mayReplay={roleProblem(who, replayDeadLetters) === null}
      mayDiscard={roleProblem(who, discardDeadLetters) === null}
      flash={flash(c)}
    />,
  );
});

const replay = async (c: Context<AppEnv>, ids?: string[]) => {
  const done = await replayDeadLetters(c.var.world, c.var.who, ids ? { ids } : {});
  if (!done.ok) return respondProblem(c, done.problem, BACK);
  return c.redirect(`${PLACE}?done=${done.value.replayed > 0 ? 'replayed' : 'nothing'}`, 303);
};
const discard = async (c: Context<AppEnv>, ids?: string[]) => {
  const done = await discardDeadLetters(c.var.world, c.var.who, ids ? { ids } : {});
  if (!done.ok) return respondProblem(c, done.problem, BACK);
  return c.redirect(`${PLACE}?done=${done.value.discarded > 0 ? 'discarded' : 'nothing'}`, 303);
};

deadLetterRoutes.post('/settings/dead-letters/replay', (c) => replay(c));
deadLetterRoutes.post('/settings/dead-letters/discard', (c) => discard(c));
deadLetterRoutes.post('/settings/dead-letters/:id/replay', (c) => replay(c, [c.req.param('id')]));
deadLetterRoutes.post('/settings/dead-letters/:id/discard', (c) => discard(c, [c.req.param('id')]));
