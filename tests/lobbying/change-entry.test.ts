import { beforeAll, describe, expect, test } from 'vitest';
import {
  addActivity,
  answerActivity,
  changeActivity,
  classifyActivity,
  openQuestions,
  removeActivity,
  showActivity,
} from '../../src/lobbying/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { freshWorld, rows, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const LINE = { onDate: '2027-02-08', kind: 'research', minutes: 30, billId: 'hb203' } as const;
const classes = async (id: string) =>
  Object.fromEntries(
    (
      JSON.parse(good(await showActivity(world, staff, { id })).classes) as {
        regime: string;
        class: string;
      }[]
    ).map((one) => [one.regime, one.class]),
  );

beforeAll(settle);

describe('a line changed', () => {
  test('is classed anew by rule, but where a person decided', async () => {
    const { id } = good(await addActivity(world, staff, LINE));
    good(
      await classifyActivity(world, staff, {
        id,
        regime: 'ms',
        class: 'not_counted',
        counts: false,
        reason: 'Read for another purpose.',
      }),
    );
    good(await changeActivity(world, staff, { ...LINE, id, kind: 'monitoring', minutes: 45 }));
    expect(good(await showActivity(world, staff, { id }))).toMatchObject({ kind: 'monitoring', minutes: 45 });
    expect(await classes(id)).toEqual({ irs: 'not_counted', ms: 'not_counted', mt: 'not_counted' });
    good(await changeActivity(world, staff, { ...LINE, id }));
    expect(await classes(id)).toEqual({ irs: 'direct', ms: 'not_counted', mt: 'support' });
  });

  test('has the limits of a new one: no day to come, no day of more than 24 hours, parts within the whole', async () => {
    const { id } = good(await addActivity(world, staff, LINE));
    const field = async (more: object) =>
      bad(await changeActivity(world, staff, { ...LINE, id, ...more })).fields?.[0]?.field;
    expect(await field({ onDate: '2027-03-01' })).toBe('onDate');
    expect(await field({ minutes: 1420 })).toBe('minutes');
    expect(await field({ minutes: 30, minutesPrep: 20, minutesTravel: 20 })).toBe('minutes');
    expect(await field({ billId: 'nothing' })).toBe('billId');
    good(
      await changeActivity(world, staff, { ...LINE, id, minutes: null, minutesPrep: 20, minutesTravel: 15 }),
    );
    expect(good(await showActivity(world, staff, { id }))).toMatchObject({ minutes: 35, minutesTravel: 15 });
  });

  test('in a filed report only where an amendment is meant, and so is its class, its answers and its removal', async () => {
    const { id } = good(await addActivity(world, staff, LINE));
    await run(`
      insert into obligation (id, regime, form, organization_id, name, period_from, period_to, statutory_due_on, due_on, internal_due_on, state, updated_at)
        values ('o', 'mt', 'l5', 'sam', 'L-5 for January', '2027-01-01', '2027-01-31', '2027-02-15', '2027-02-15', '2027-02-12', 'filed', 0);
      insert into filing (id, obligation_id, version, state, total_cents, rules, prepared_at, prepared_by) values ('f', 'o', 1, 'filed', 0, '[]', 0, 'x');
      insert into filing_line (filing_id, no, section, label) values ('f', 1, 'Actions', 'HB 203');
      insert into filing_source (filing_id, line_no, source_kind, source_id) values ('f', 1, 'activity', '${id}')`);
    const refused = bad(await changeActivity(world, staff, { ...LINE, id, minutes: 60 }));
    expect(refused).toMatchObject({ kind: 'refused', rule: 'filed' });
    expect(refused.message).toContain('L-5 for January');
    expect(bad(await removeActivity(world, staff, { id })).rule).toBe('filed');
    expect(bad(await answerActivity(world, staff, { id, officialCapacity: true })).rule).toBe('filed');
    const decision = { id, regime: 'mt', class: 'lobbying', counts: true, reason: 'It was a contact.' };
    expect(bad(await classifyActivity(world, staff, decision)).rule).toBe('filed');
    good(await changeActivity(world, staff, { ...LINE, id, minutes: 60, amends: true }));
    await run(`update filing set state = 'superseded' where id = 'f'`);
    good(await removeActivity(world, staff, { id }));
  });
});

describe('questions', () => {
  test('are those whose answer changes a class, and the answer is kept with the class', async () => {
    const { id } = good(
      await addActivity(world, staff, { ...LINE, kind: 'testimony', officialId: 'hill', minutes: 10 }),
    );
    const names = async () => good(await openQuestions(world, staff, { id })).map((one) => one.name);
    expect(await names()).toContain('onRecord');
    expect(await classes(id)).toMatchObject({ ms: 'd' });
    good(await answerActivity(world, staff, { id, onRecord: true }));
    expect(await classes(id)).toMatchObject({ ms: 'not_counted', irs: 'direct' });
    expect(await names()).not.toContain('onRecord');
    expect(await rows(`select on_record from activity where id = '${id}'`)).toEqual([{ on_record: 1 }]);
    expect(bad(await answerActivity(world, staff, { id: 'none', onRecord: true })).kind).toBe('missing');
    good(await answerActivity(world, staff, { id, onRecord: null }));
    expect(await classes(id)).toMatchObject({ ms: 'd' });
    expect(await names()).toContain('onRecord');
  });

  test('are none where a person has decided every class, or the organization files nowhere that day', async () => {
    const { id } = good(await addActivity(world, staff, { ...LINE, kind: 'testimony', officialId: 'hill' }));
    for (const regime of ['mt', 'ms', 'irs'])
      good(
        await classifyActivity(world, staff, {
          id,
          regime,
          class: 'not_counted',
          counts: false,
          reason: 'Decided by counsel.',
        }),
      );
    expect(good(await openQuestions(world, staff, { id }))).toEqual([]);
    const before = good(
      await addActivity(world, staff, {
        ...LINE,
        onDate: '2026-06-01',
        kind: 'testimony',
        officialId: 'hill',
      }),
    );
    expect(good(await openQuestions(world, staff, { id: before.id }))).toEqual([]);
  });
});

test('a line like one that is there is logged with a warning', async () => {
  const twin = { ...LINE, onDate: '2027-02-01', minutes: 25 };
  expect(good(await addActivity(world, staff, twin)).warnings).toEqual([]);
  expect(good(await addActivity(world, staff, twin)).warnings).toMatchObject([{ kind: 'duplicate' }]);
  expect(good(await addActivity(world, staff, { ...twin, minutes: 26 })).warnings).toEqual([]);
});
