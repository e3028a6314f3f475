import { expect, test } from 'vitest';
import { mayReach, ordinal, weekInWords } from '../../src/alerts/budget.ts';

const week = (nth: [nth: number, people: number][], more: { most?: number; pass?: string } = {}) => {
  const most = more.most ?? 3;
  const people = nth.reduce((sum, [, count]) => sum + count, 0);
  const over = nth.reduce((sum, [no, count]) => sum + (no > most ? count : 0), 0);
  return {
    most,
    pass: more.pass ?? null,
    nth: nth.map(([no, count]) => ({ nth: no, people: count })),
    people,
    over,
  };
};

test('an approver reads which message of the week it is, for how many, and who is past the budget', () => {
  expect(
    weekInWords(
      week([
        [1, 60],
        [2, 6],
        [3, 140],
        [4, 6],
      ]),
    ),
  ).toEqual([
    'This is the 3rd message this week for 140 of 212 members.',
    '6 members would be over the budget of 3 and are left out.',
  ]);
  expect(weekInWords(week([[1, 5]]))).toEqual([
    'This is the first message this week for everybody it reaches.',
    'Nobody goes past the budget of 3 a week.',
  ]);
  expect(
    weekInWords(
      week(
        [
          [1, 4],
          [4, 1],
        ],
        { pass: 'The vote is today.' },
      ),
    ),
  ).toEqual([
    'This is the first message this week for 4 of 5 members.',
    '1 member would be over the budget of 3 and gets it all the same: The vote is today.',
  ]);
  expect(weekInWords(week([[2, 3]], { most: 1 }))).toEqual([
    '3 members would be over the budget of 1 and are left out.',
  ]);
});

test('an alert that would reach nobody is refused, except with the reason of a named person', () => {
  expect(mayReach(week([[4, 9]])).ok).toBe(false);
  expect(mayReach(week([[4, 9]], { pass: 'The vote is today.' })).ok).toBe(true);
  expect(
    mayReach(
      week([
        [3, 1],
        [4, 9],
      ]),
    ).ok,
  ).toBe(true);
  expect(mayReach(null).ok).toBe(true);
});

test('numbers are counted as they are said', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '22nd',
    '103rd',
    '111th',
  ]);
});
