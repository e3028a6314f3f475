import { expect, test } from 'vitest';
import { PAGE_SIZE, pagesAround, pagesOf } from '../../src/delivery/pages-of.ts';

test('a run of ids is cut into pages that lie side by side, the last one shorter', () => {
  const pages = pagesOf({ fromId: 11, toId: 10 + 2 * PAGE_SIZE + 1, channel: 'sms', segments: 2 });
  expect(pages.map((page) => [page.fromId, page.toId, page.segments])).toEqual([
    [11, 10 + PAGE_SIZE, 2 * PAGE_SIZE],
    [11 + PAGE_SIZE, 10 + 2 * PAGE_SIZE, 2 * PAGE_SIZE],
    [11 + 2 * PAGE_SIZE, 11 + 2 * PAGE_SIZE, 2],
  ]);
  expect(pagesOf({ fromId: 11, toId: 10, channel: 'sms', segments: 1 })).toEqual([]);
});

test('pages around single deliveries are of one channel and one urgency, and none is wider than a page', () => {
  const text = { channel: 'sms', segments: 1, urgent: 0 } as const;
  expect(
    pagesAround([
      { id: 1, ...text },
      { id: 3, ...text, channel: 'email' },
      { id: PAGE_SIZE, ...text, segments: 2 },
      { id: PAGE_SIZE + 1, ...text },
      { id: PAGE_SIZE + 2, ...text, urgent: 1 },
    ]),
  ).toEqual([
    { fromId: 1, toId: PAGE_SIZE, channel: 'sms', segments: 3, urgent: false },
    { fromId: 3, toId: 3, channel: 'email', segments: 1, urgent: false },
    { fromId: PAGE_SIZE + 1, toId: PAGE_SIZE + 1, channel: 'sms', segments: 1, urgent: false },
    { fromId: PAGE_SIZE + 2, toId: PAGE_SIZE + 2, channel: 'sms', segments: 1, urgent: true },
  ]);
});
