import type { Page } from 'playwright-core';
import type { Member } from './replies-ground.ts';
import type { Stage } from './stage.ts';

/** One of the labelled replies, and who sent it here. */
export interface Line {
  channel: 'sms' | 'email';
  text: string;
  kind: string;
}
type Sent = Line & { member: Member };

/**
 * Works through the inbox as staff do with their hands on the keys: thanks are put away from the list, the rest is
 * opened, read and settled by what it is.
 * @returns key presses (a letter of a note or answer is one), how many were noted, answered, decided, counted
 */
export const byKeyboard = async (stage: Stage, page: Page, lines: Sent[]) => {
  const done = {
    strokes: 0,
    letters: 0,
    conversations: 0,
    notes: 0,
    answers: 0,
    holds: 0,
    counted: 0,
    contacts: 0,
  };
  const press = async (key: string) => {
    done.strokes += 1;
    await page.keyboard.press(key);
  };
  const type = async (words: string) => {
    done.letters += words.length;
    await page.keyboard.type(words);
  };
  const focusIs = (selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
  /** Presses what changes the page, and waits for the page that comes. */
  const go = async (key: string, where: RegExp) => {
    // The address may stay what it was, so it is the new page that is waited for.
    await Promise.all([page.waitForEvent('load'), press(key)]);
    await page.waitForURL(where);
  };
  const kindOf = async () => {
    const title = (await page.locator('.rows li .row-title a').first().innerText())
      .replace(/\s*\(unread\)/, '')
      .trim();
    return lines.find(({ member }) => `${member.firstName} ${member.lastName}` === title)?.kind ?? 'unknown';
  };

  const note = async (words: string) => {
    await press('n');
    await focusIs('textarea[name="note"]');
    await type(words);
    await press('Tab');
    await go('Enter', /done=noted/);
    done.notes += 1;
  };
  const answer = async (words: string) => {
    await press('r');
    await focusIs('textarea[name="body"]');
    await type(words);
    await press('Tab');
    await press('Tab');
    await go('Enter', /done=answered/);
    done.answers += 1;
  };

  await page.goto(`${stage.url}/inbox`);
  for (let turn = 0; turn < 60; turn += 1) {
    if ((await page.locator('.rows li .row-title a').count()) === 0) break;
    const kind = await kindOf();
    done.conversations += 1;
    await press('j');
    await focusIs('.row-title a');
    if (kind === 'thanks' || kind === 'off_topic') {
      await go('e', /done=closed/);
      continue;
    }
    await go('Enter', /\/inbox\/\w+$/);
    if (await page.locator('[data-key="h"]').count()) {
      await press('h');
      await focusIs('button[value="stop"]');
      if (kind !== 'hold') await press('Tab');
      await go('Enter', /done=(stopped|released)/);
      done.holds += 1;
    }
    if (await page.locator('[data-key="y"]').count()) {
      await go('y', /done=|\/inbox\//);
      done.contacts += 1;
    }
    if (kind === 'question') await answer('The hearing is at 9 in room 102.');
    if (kind === 'wants_call' || kind === 'complaint') await note('Called back.');
    if (kind === 'answer' && (await page.locator('[data-key="o"]').count())) {
      await press('o');
      await focusIs('select');
      await press('ArrowDown');
      await press('Tab');
      await go('Enter', /done=counted/);
      done.counted += 1;
    }
    // An answer that was sent puts the conversation away by itself.
    if (await page.locator('[data-key="e"]').count()) await go('e', /\/inbox\?done=closed/);
    else await go('u', /\/inbox$/);
  }
  return done;
};
