import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../migrations');
const NAME = '0014_questions.sql';

test('questions, options, answers and responses of before live on when the tables are made anew', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('pragma foreign_keys = on');
  for (const file of readdirSync(FOLDER).toSorted()) {
    if (file === NAME)
      db.exec(`
        insert into organization (id, name, short_name, kind, created_at) values ('s', 'S', 'S', 'association', 0);
        insert into alert (id, kind, title, organization_id, state, created_at, created_by) values ('a', 'action', 't', 's', 'open', 0, 'x');
        insert into question (id, alert_id, prompt, kind) values ('q', 'a', 'Called?', 'choice');
        insert into question_option (id, question_id, no, label, outcome) values ('o', 'q', 1, 'yes I did', 'contacted');
        insert into answer (id, alert_id, question_id, member_id, option_id, door, confidence, at) values ('w', 'a', 'q', 'm', 'o', 'sms', 'sure', 7);
        insert into response (alert_id, question_id, member_id, answer_id, option_id, revised, first_at, at) values ('a', 'q', 'm', 'w', 'o', 2, 5, 7);`);
    db.exec(readFileSync(join(FOLDER, file), 'utf8'));
  }
  const one = (sql: string) => ({ ...db.prepare(sql).get() });
  expect(one('select id, no, kind, after_question as after from question')).toEqual({
    id: 'q',
    no: 1,
    kind: 'choice',
    after: null,
  });
  expect(one('select label, synonyms from question_option')).toEqual({ label: 'yes I did', synonyms: '[]' });
  expect(one('select option_id as o, at from answer')).toEqual({ o: 'o', at: 7 });
  expect(one('select answer_id as w, revised, first_at as f from response')).toEqual({
    w: 'w',
    revised: 2,
    f: 5,
  });
  expect(db.prepare('pragma foreign_key_check').all()).toEqual([]);
  expect(() => db.exec(`update answer set at = 8`)).toThrow('never edited');
  expect(() => db.exec(`delete from answer`)).toThrow('never removed');
  expect(() =>
    db.exec(
      `insert into response (alert_id, question_id, member_id, answer_id, first_at, at) values ('a', 'q', 'n', 'nothing', 0, 0)`,
    ),
  ).toThrow('FOREIGN KEY');
});
