import * as z from 'zod';
import { change, statement, type Change, type Statement } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { EXPORTED, type ObjectKeys } from './tables.ts';

/** A row of any table: text, numbers and nulls, by column. */
export type AnyRow = Record<string, string | number | null>;
export interface Column {
  name: string;
  type: string;
}
/** A table as this database has it. */
export interface Shape {
  name: string;
  columns: Column[];
  /** The columns of its primary key, in their order: rows are read and counted by them. */
  keys: string[];
  /** Columns that point at other rows of the table itself. */
  self: string[];
}

// Which tables and columns there are is known only from the database, so these statements are put together here
// instead of standing in `queries.ts`.
const make = (sql: string): Statement => statement({ params: z.object({}), row: z.object({}), sql });
const quoted = (name: string) => `"${name}"`;
const list = (names: string[]) => names.map(quoted).join(', ');

/** The exported tables as they are, in the order in which they are put back. */
export const shapesOf = async (world: World): Promise<Shape[]> => {
  const tables = EXPORTED.map(({ name }) => name);
  const columns = (await world.db.all(
    make(`select t.value as "table", c.name, c.type, c.pk
          from json_each(:tables) t, pragma_table_info(t.value) c order by t.value, c.cid`),
    { tables },
  )) as { table: string; name: string; type: string; pk: number }[];
  const links = (await world.db.all(
    make(`select t.value as "table", k."from" as name
          from json_each(:tables) t, pragma_foreign_key_list(t.value) k where k."table" = t.value`),
    { tables },
  )) as { table: string; name: string }[];
  return tables.map((name) => {
    const own = columns.filter((one) => one.table === name);
    return {
      name,
      columns: own.map((one) => ({ name: one.name, type: one.type.toLowerCase() })),
      keys: own
        .filter((one) => one.pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((one) => one.name),
      self: links.filter((one) => one.table === name).map((one) => one.name),
    };
  });
};

/** The newest migration that this database has. */
export const migrationOf = async (world: World): Promise<string> => {
  const [row] = (await world.db.all(make('select max(name) as name from d1_migrations'), {})) as {
    name: string;
  }[];
  return row?.name ?? '';
};

/** The tables among these that have a row. */
export const filledOf = async (world: World, tables: string[]): Promise<string[]> => {
  const columns = tables.map((name) => `exists (select 1 from ${quoted(name)}) as ${quoted(name)}`);
  const [row] = (await world.db.all(make(`select ${columns.join(', ')}`), {})) as Record<string, number>[];
  return tables.filter((name) => row?.[name] === 1);
};

/** How many rows a table has. */
export const countOf = async (world: World, table: string): Promise<number> => {
  const [row] = (await world.db.all(make(`select count(*) as n from ${quoted(table)}`), {})) as {
    n: number;
  }[];
  return row?.n ?? 0;
};

/** The next rows of a table by its key. @param after the key of the last row before; null for the first rows */
export const pageOf = async (
  world: World,
  { name, keys }: Shape,
  after: (string | number)[] | null,
  limit: number,
): Promise<AnyRow[]> => {
  const values = Object.fromEntries((after ?? []).map((value, at) => [`k${at}`, value]));
  const beyond = after ? ` where (${list(keys)}) > (${after.map((_, at) => `:k${at}`).join(', ')})` : '';
  return world.db.all(make(`select * from ${quoted(name)}${beyond} order by ${list(keys)} limit :limit`), {
    ...values,
    limit,
  }) as Promise<AnyRow[]>;
};
export const keyOf = ({ keys }: Shape, row: AnyRow) => keys.map((key) => row[key] ?? '');

/** The next objects that a table names, by its first key and then the object's. */
export const objectsAfter = async (
  world: World,
  { table, key }: ObjectKeys,
  after: string,
  limit: number,
): Promise<{ at: string; key: string }[]> => {
  const id = table === 'filing_copy' ? `filing_id || ' ' || format` : 'id';
  return world.db.all(
    make(`select ${id} as at, ${key} as key from ${table} where ${id} > :after and ${key} is not null
          order by ${id} limit :limit`),
    { after, limit },
  ) as Promise<{ at: string; key: string }[]>;
};

/** Takes rows out of a table. */
export const emptied = (table: string): Change => change(make(`delete from ${quoted(table)}`), {});

/** Puts rows into a table, those that are there already left out; columns that point at the table itself stay empty. */
export const inserted = ({ name, columns, self }: Shape, rows: AnyRow[], also: AnyRow = {}): Change => {
  const own = columns.filter((column) => !self.includes(column.name)).map((column) => column.name);
  const values = own.map((column) => `r.value ->> '$.${quoted(column)}'`).join(', ');
  return change(
    make(`insert into ${quoted(name)} (${list(own)}) select ${values} from json_each(:rows) r where true
          on conflict do nothing`),
    { rows: rows.map((row) => ({ ...row, ...also })) },
  );
};

/** Sets the columns that point at the table itself, now that all its rows are there. */
export const linked = ({ name, keys, self }: Shape, rows: AnyRow[]): Change[] => {
  const those = rows.filter((row) => self.some((column) => row[column] !== null));
  if (those.length === 0) return [];
  const sets = self.map((column) => `${quoted(column)} = r.value ->> '$.${quoted(column)}'`).join(', ');
  const same = keys.map((key) => `t.${quoted(key)} = r.value ->> '$.${quoted(key)}'`).join(' and ');
  return [
    change(make(`update ${quoted(name)} as t set ${sets} from json_each(:rows) r where ${same}`), {
      rows: those.map((row) =>
        Object.fromEntries([...keys, ...self].map((column) => [column, row[column] ?? null])),
      ),
    }),
  ];
};
