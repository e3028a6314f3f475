import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfCircle } from '../../src/ui/charts/hemicycle.tsx';

test('a house of any size has a place for each seat, within the picture, none on another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 435 }), (count) => {
      const { places, radius } = halfCircle(count);
      const near = places.some((one, n) =>
        places.slice(n + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) <= radius * 2),
      );
      const outside = places.some(
        ({ x, y }) => x - radius < 0 || x + radius > 1000 || y - radius < 0 || y + radius > 545,
      );
      expect({ count: places.length, near, outside, seen: radius > 5 }).toEqual({
        count,
        near: false,
        outside: false,
        seen: true,
      });
    }),
    { numRuns: 60 },
  );
});

test('places run from the left to the right, so that those of one mind make a wedge', () => {
  const { places } = halfCircle(100);
  const turns = places.map(({ x, y }) => Math.atan2(512 - y, x - 500));
  expect(turns.every((turn, n) => n === 0 || turn <= (turns[n - 1] ?? 0) + 1e-9)).toBe(true);
  expect(places.slice(0, 20).every(({ x }) => x < 400)).toBe(true);
});
