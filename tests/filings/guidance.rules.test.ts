import { expect, test } from 'vitest';
import { GUIDE_GROUPS, guideBySlug, GUIDES } from '../../src/filings/guidance/index.ts';
import { isDate } from '../../src/platform/days.ts';
import { filesUnder, textOf } from '../house/files.ts';

test('every page of the guidance has sources with their evidence, and the day it was read', () => {
  expect(GUIDES.length).toBeGreaterThan(8);
  for (const guide of GUIDES) {
    expect(guide.sources.length, guide.slug).toBeGreaterThan(1);
    expect(isDate(guide.asOf), guide.slug).toBe(true);
    expect(GUIDE_GROUPS).toContain(guide.group);
    expect(guide.sections.every((one) => one.points.length > 0)).toBe(true);
  }
  expect(new Set(GUIDES.map((one) => one.slug)).size).toBe(GUIDES.length);
});

test('every tax status and every state of the regimes has its page', () => {
  for (const slug of [
    '501c3-with-election',
    '501c3-without-election',
    '501c4',
    '501c6',
    'montana',
    'mississippi',
    'massachusetts',
  ])
    expect(guideBySlug(slug), slug).toBeDefined();
});

test('pages are short and plain: no page takes more than two minutes', () => {
  for (const { slug, lead, sections } of GUIDES) {
    const words = [lead, ...sections.flatMap((one) => one.points)].join(' ').split(/\s+/).length;
    expect(words, slug).toBeLessThan(260);
    expect(JSON.stringify(sections), slug).not.toContain('!');
  }
});

test('every page that the checklist leads to is there', () => {
  const slugs = filesUnder('src', /\.tsx?$/).flatMap((path) =>
    [...textOf(path).matchAll(/['"]\/guidance\/([a-z0-9-]+)['"]/g)].map((match) => match[1] ?? ''),
  );
  expect(slugs.length).toBeGreaterThan(4);
  expect(slugs.filter((slug) => !guideBySlug(slug))).toEqual([]);
});
