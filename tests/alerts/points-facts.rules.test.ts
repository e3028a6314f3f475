import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factKeys, hasBrokenField, mergeFacts, type Fact } from '../../src/alerts/points-facts.ts';
import { markdownToHtml } from '../../src/platform/markdown.ts';

const fact = (key: string, value: string): Fact => ({ key, value, asOf: '2026-10-01', source: 'OPI' });
const drummond = {
  district: 'Drummond',
  facts: [fact('Enrollment', '164'), fact('dollars_at_stake', '$84,000')],
};

describe('figures in talking points', () => {
  test('a field takes the figure of the district, whatever case and spacing it is written in', () => {
    const { body, used, missing } = mergeFacts(
      '{{district}} has {{enrollment}} students and would lose {{ Dollars at stake }}.',
      drummond,
    );
    expect(body).toBe('Drummond has 164 students and would lose $84,000.');
    expect(used.map(({ key }) => key)).toEqual(['Enrollment', 'dollars_at_stake']);
    expect(missing).toEqual([]);
  });

  test('a line without its figure is left out, unless words stand behind a bar', () => {
    const words =
      '# No\n- We have {{teachers}} teachers\n- We have {{teachers | too few}} teachers\n- Vote no';
    expect(mergeFacts(words, drummond)).toEqual({
      body: '# No\n- We have too few teachers\n- Vote no',
      used: [],
      missing: ['teachers'],
    });
  });

  test('a figure whose line is left out for another is not named as a source', () => {
    expect(mergeFacts('{{enrollment}} of {{teachers}}', drummond).used).toEqual([]);
  });

  test('the figures asked for are named once, the district not among them', () => {
    expect(factKeys('{{district}} {{Enrollment}} {{enrollment|x}} {{title_i}}')).toEqual([
      'enrollment',
      'title i',
    ]);
  });

  test('a field left open is told', () => {
    expect(['{{enrollment', 'enrollment}}', '{{}}', '{{ | x}}'].map(hasBrokenField)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['a {b} c', '{{a}} {{b|c}}'].map(hasBrokenField)).toEqual([false, false]);
  });

  test('no figure, whatever is typed into it, is markup or a field', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const html = markdownToHtml(
          mergeFacts('Lose {{x | much}} now', { district: null, facts: [fact('x', value)] }).body,
        );
        expect(html).not.toMatch(/<(?!\/?p>)|\{\{/);
      }),
    );
  });
});
