/** How the network names itself. */
export interface Speaker {
  networkName: string;
  shortName: string;
}

const MOST_TITLE = 40;
const short = (title: string) =>
  title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE - 3).trimEnd()}...` : title;

/** What we text by ourselves, each one text long; nothing in them asks for anything but what the member asked for. */
export const SAY = {
  /** 47 CFR 64.1200(a)(12): one text, within five minutes, no promotion. */
  stopped: (by: Speaker) =>
    `${by.shortName}: You will get no more texts from us. Email goes on. Text START to get texts again.`,
  toEmail: (by: Speaker, reachable: boolean) =>
    reachable
      ? `${by.shortName}: You will get no more texts from us. We send you email instead. Text START to get texts again.`
      : `${by.shortName}: You will get no more texts from us. We have no working email address for you: a person will see to it. Text START to get texts again.`,
  toTexts: (by: Speaker, reachable: boolean) =>
    reachable
      ? `You will get no more email from ${by.networkName}. Texts go on to the number that we have for you.`
      : `You will get no more email from ${by.networkName}. We have no number that we may text: a person will see to it. You may also text JOIN or START to our number from your phone.`,
  started: (by: Speaker) =>
    `${by.shortName}: You get our texts again. Msg & data rates may apply. Reply HELP for help, STOP to end.`,
  /** CTIA messaging principles ask for the sender, how often, what it costs, HELP and STOP. */
  joined: (by: Speaker) =>
    `${by.networkName}: You now get our texts on legislation. How many depends on the session. Msg & data rates may apply. Reply HELP for help, STOP to end.`,
  stranger: (by: Speaker, mail: string) =>
    `${by.shortName}: We do not know this number. If you are a member of ${by.networkName}, reply JOIN or write to ${mail}. Reply STOP to end.`,
  late: (by: Speaker, title: string) =>
    `${by.shortName}: Thank you. "${short(title)}" has closed, so your answer was kept but not counted.`,
  which: (by: Speaker, titles: string[]) =>
    titles.length === 1
      ? `${by.shortName}: Is this your answer to "${short(titles[0] ?? '')}"? Reply A if it is.`
      : `${by.shortName}: Which one do you mean? Reply ${titles.map((title, at) => `${LETTERS[at]} for "${short(title)}"`).join(', ')}.`,
} as const;

const LETTERS = ['A', 'B', 'C', 'D'];

/**
 * The letter that a text answers "which one" with, and what stands behind it.
 * @returns the place of the letter (A is 0), or null
 */
export const letterOf = (text: string): { place: number; rest: string } | null => {
  const found = /^\s*["'(]?([a-d])(?:["').,:;-]|\s|$)\s*(.*)$/is.exec(text);
  return found
    ? { place: LETTERS.indexOf((found[1] ?? '').toUpperCase()), rest: (found[2] ?? '').trim() }
    : null;
};
