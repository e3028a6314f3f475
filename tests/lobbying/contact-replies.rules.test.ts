import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContact, type Named } from '../../src/lobbying/read-contact.ts';

interface Line {
  text: string;
  alert: { bill: string; position?: string };
  officials: { id: string; name: string; title: string; own: boolean }[];
  today: string;
  want: {
    contact: boolean;
    officials: string[];
    method: string | null;
    stance: string | null;
    bill: string | null;
    on: string | null;
  };
}
interface Fields {
  method: string | null;
  stance: string | null;
  bill: string | null;
  on: string | null;
}

const file = readFileSync('tests/fixtures/contact-replies.jsonl');
const lines = file
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);
const HALF = Math.ceil(lines.length / 2);

/** The labels' words for a way to speak, in ours: a named gathering is in person. */
const OURS: Record<string, string> = { text: 'sms', event: 'in_person' };
const named = ({ id, title, name }: Line['officials'][number]): Named => {
  const [given = '', ...family] = name.split(' ');
  return { officialId: id, title, given, family: family.join(' ') };
};
/** "2", "2 Hill no": the answer that says they have; every alert of the set offered it. */
const saysHave = (text: string) =>
  /^\s*2(?![\d/:]|\s*(?:of|or|calls?|questions?|people|pm)\b)/.test(text) ||
  /^\s*(?:done|(?:have |already )?(?:called|contacted))[\s.!]*$/i.test(text);

const readLine = (line: Line) => {
  const of = (own: boolean) => line.officials.filter((one) => one.own === own).map(named);
  const read = readContact(line.text, {
    own: of(true),
    others: of(false),
    position: line.alert.position ?? null,
    bill: line.alert.bill,
    today: line.today,
    contacted: saysHave(line.text),
  });
  const stances = new Set(
    read.reached.length > 0
      ? read.reached.map((one) => one.stance?.value ?? null)
      : [read.stance?.value ?? null],
  );
  const fields: Fields = {
    method: read.method?.value ?? null,
    stance: stances.size === 1 ? ([...stances][0] ?? null) : null,
    bill: read.bill?.value ?? null,
    on: read.on?.value ?? null,
  };
  return { contact: read.isContact, officials: read.reached.map(({ officialId }) => officialId), ...fields };
};

/** Right, wrong and missed, field by field. */
const scoreOf = (some: readonly Line[]) => {
  const score = new Map<string, { right: number; wrong: number; missed: number }>();
  const add = (field: string, right: number, wrong: number, missed: number) => {
    const before = score.get(field) ?? { right: 0, wrong: 0, missed: 0 };
    score.set(field, {
      right: before.right + right,
      wrong: before.wrong + wrong,
      missed: before.missed + missed,
    });
  };
  for (const line of some) {
    const read = readLine(line);
    const { want } = line;
    add(
      'contact',
      Number(read.contact && want.contact),
      Number(read.contact && !want.contact),
      Number(!read.contact && want.contact),
    );
    const right = read.officials.filter((id) => want.officials.includes(id)).length;
    add('official', right, read.officials.length - right, want.officials.length - right);
    for (const field of ['method', 'stance', 'bill', 'on'] as const) {
      const wanted = field === 'method' ? (OURS[want.method ?? ''] ?? want.method) : want[field];
      const said = read[field];
      const hit = said !== null && said === wanted;
      add(field, Number(hit), Number(said !== null && !hit), Number(wanted !== null && !hit));
    }
  }
  return score;
};
const HALVES: [string, Line[]][] = [
  ['the first half', lines.slice(0, HALF)],
  ['the second half', lines.slice(HALF)],
  ['the whole set', lines],
];

describe('labelled replies', () => {
  test('are those that the figures were taken from', () => {
    expect(createHash('sha256').update(file).digest('hex')).toBe(
      'a84332be8509535239eeb131385f2b906e231434d0657886e705bb677df3ff37',
    );
    expect(lines).toHaveLength(231);
  });

  test.each(HALVES)('%s: nineteen of twenty officials and stances are right', (name, some) => {
    const score = scoreOf(some);
    const figures = [...score].map(([field, { right, wrong, missed }]) => ({
      field,
      precision: right / (right + wrong),
      recall: right / (right + missed),
    }));
    process.stdout.write(
      `contact replies, ${name}: ${figures.map((one) => `${one.field} ${one.precision.toFixed(3)}/${one.recall.toFixed(3)}`).join(', ')}\n`,
    );
    const of = (field: string) => figures.find((one) => one.field === field);
    expect(of('official')?.precision).toBeGreaterThanOrEqual(0.95);
    expect(of('stance')?.precision).toBeGreaterThanOrEqual(0.95);
    expect(of('contact')?.precision).toBeGreaterThanOrEqual(0.93);
    expect(of('official')?.recall).toBeGreaterThanOrEqual(0.74);
    expect(of('stance')?.recall).toBeGreaterThanOrEqual(0.7);
  });
});

describe('any words at all', () => {
  const beside = {
    own: [{ officialId: 'hill', title: 'Sen.', given: 'Ada', family: 'Hill' }],
    others: [{ officialId: 'dunn', title: 'Rep.', given: 'Carl', family: 'Dunn' }],
    position: 'oppose',
    bill: 'HB 203',
    today: '2027-02-10',
  };
  const word = fc.constantFrom(
    ...'Hill Dunn Sen. Rep. called left a voicemail with and not no yes , . ? 2/8 HB 203 Mon she if leaning Ada don’t'.split(
      ' ',
    ),
  );

  test('are read without a fault, and name nobody who is not in office', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((some) => some.join(' ')),
        ),
        (text) => {
          for (const { officialId } of readContact(text, beside).reached)
            expect(['hill', 'dunn']).toContain(officialId);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(['Hill ', 'left a ', 'sent her ', '2/8/', 'not ', '?', 'is no more ', 'a'.repeat(50), '\n- '])(
    'a hundred thousand characters of %j take no longer than four thousand',
    (piece) => {
      const long = piece.repeat(Math.ceil(100_000 / piece.length));
      const began = performance.now();
      readContact(long, beside);
      expect(performance.now() - began).toBeLessThan(500);
    },
  );
});
