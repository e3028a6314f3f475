import { expect, test } from 'vitest';
import { cutPage } from '../../src/platform/cut-page.ts';

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `row-${at}` }));
const byId = ({ id }: { id: string }) => id;

test('a page has no next where all of its rows were there, and else goes on after its last', () => {
  expect(cutPage(rows(0), 2, byId)).toEqual({ data: [], nextCursor: null });
  expect(cutPage(rows(2), 2, byId)).toEqual({ data: rows(2), nextCursor: null });
  expect(cutPage(rows(3), 2, byId)).toEqual({ data: rows(2), nextCursor: 'row-1' });
});
