import { expect, test } from 'vitest';
import { textOf } from './files.ts';

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string>; optional?: boolean }>;
}

test('the lock file holds every platform of every tool', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as Lock;
  const names = Object.keys(packages);
  expect(names.length).toBeGreaterThan(200);
  const absent = names.flatMap((at) =>
    Object.keys(packages[at]?.optionalDependencies ?? {}).filter(
      (name) =>
        !names.some((other) => other === `node_modules/${name}` || other.endsWith(`/node_modules/${name}`)),
    ),
  );
  expect(absent).toEqual([]);
});
