import { createAdapterFactory, type CleanedWhere } from 'better-auth/adapters';
import * as z from 'zod';
import type { Db } from '../platform/db.ts';
import { change, statement, type Statement } from '../platform/statement.ts';

type Values = Record<string, unknown>;

const SIGNS: Record<string, string> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };

const condition = (where: CleanedWhere[] = []): { sql: string; values: Values } => {
  const values: Values = {};
  const parts = where.map((one, place) => {
    if (one.connector === 'OR') throw new Error('Sign-in tables are never asked with OR.');
    if (one.value === null) return `${one.field} ${one.operator === 'ne' ? 'is not' : 'is'} null`;
    values[`w${place}`] = one.value;
    if (one.operator === 'in') return `${one.field} in (select value from json_each(:w${place}))`;
    const sign = SIGNS[one.operator];
    if (!sign) throw new Error(`Sign-in tables are never asked with ${one.operator}.`);
    return `${one.field} ${sign} :w${place}`;
  });
  return { sql: parts.length > 0 ? ` where ${parts.join(' and ')}` : '', values };
};

const assigned = (update: Values): { sql: string; values: Values } => ({
  sql: Object.keys(update)
    .map((column) => `${column} = :s_${column}`)
    .join(', '),
  values: Object.fromEntries(Object.entries(update).map(([column, value]) => [`s_${column}`, value])),
});

const make = (sql: string): Statement => statement({ params: z.object({}), row: z.object({}), sql });

/**
 * better-auth's tables on our database. The library writes its own queries by table and column, so these
 * statements are put together here instead of standing in `queries.ts`; instants are ms, as everywhere.
 * @param offsetMs between the machine's clock, which the library reads itself, and the World's
 */
export const authTables = (db: Db, offsetMs: number) => {
  const read = async <T>(sql: string, values: Values) => (await db.all(make(sql), values)) as T[];
  const write = async <T>(sql: string, values: Values) => {
    const [done] = await db.record([change(make(sql), values)]);
    return { rows: (done?.rows ?? []) as T[], changed: done?.changed ?? 0 };
  };
  return createAdapterFactory({
    config: {
      adapterId: 'call-of-the-house',
      supportsBooleans: false,
      supportsNumericIds: false,
      customTransformInput: ({ data }) => (data instanceof Date ? data.getTime() + offsetMs : data),
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data - offsetMs) : data,
    },
    adapter: ({ getFieldName }) => ({
      async create<T extends Values>({ model, data }: { model: string; data: T }) {
        const columns = Object.keys(data);
        const marks = columns.map((column) => `:${column}`).join(', ');
        const sql = `insert into ${model} (${columns.join(', ')}) values (${marks}) returning *`;
        const { rows } = await write<T>(sql, data);
        return rows[0] ?? data;
      },
      async findOne<T>({ model, where }: { model: string; where: CleanedWhere[] }) {
        const { sql, values } = condition(where);
        return (await read<T>(`select * from ${model}${sql} limit 1`, values))[0] ?? null;
      },
      async findMany<T>(ask: {
        model: string;
        where?: CleanedWhere[];
        limit: number;
        sortBy?: { field: string; direction: 'asc' | 'desc' };
      }) {
        const { sql, values } = condition(ask.where);
        const order = ask.sortBy
          ? ` order by ${getFieldName({ model: ask.model, field: ask.sortBy.field })} ${ask.sortBy.direction}`
          : '';
        return read<T>(`select * from ${ask.model}${sql}${order} limit :limit`, {
          ...values,
          limit: ask.limit,
        });
      },
      async count({ model, where }: { model: string; where?: CleanedWhere[] }) {
        const { sql, values } = condition(where);
        return (await read<{ n: number }>(`select count(*) as n from ${model}${sql}`, values))[0]?.n ?? 0;
      },
      async update<T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) {
        const set = assigned(update as Values);
        const { sql, values } = condition(where);
        const done = await write<T>(`update ${model} set ${set.sql}${sql} returning *`, {
          ...set.values,
          ...values,
        });
        return done.rows[0] ?? null;
      },
      async updateMany({ model, where, update }) {
        const set = assigned(update);
        const { sql, values } = condition(where);
        return (await write(`update ${model} set ${set.sql}${sql}`, { ...set.values, ...values })).changed;
      },
      async delete({ model, where }) {
        const { sql, values } = condition(where);
        await write(`delete from ${model}${sql}`, values);
      },
      async deleteMany({ model, where }) {
        const { sql, values } = condition(where);
        return (await write(`delete from ${model}${sql}`, values)).changed;
      },
      async consumeOne<T>({ model, where }: { model: string; where: CleanedWhere[] }) {
        const { sql, values } = condition(where);
        return (await write<T>(`delete from ${model}${sql} returning *`, values)).rows[0] ?? null;
      },
    }),
  });
};
