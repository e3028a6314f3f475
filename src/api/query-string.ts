import type { FieldProblem } from '../platform/problem.ts';
import type { Schema } from './endpoint.ts';
import { isMoment, NO_MOMENT, readMoment, type Read } from './wire.ts';

const typesOf = (schema: Schema): string[] => [
  ...[schema.type ?? []].flat(),
  ...(schema.anyOf ?? []).flatMap(typesOf),
];

/**
 * The parameters of an address as values, by what their schemas say: numbers, yes or no (`1`, `true`, `0`,
 * `false`), lists (separated by commas or given several times), objects (as JSON). Unknown ones are refused.
 */
export const readQuery = (
  query: Record<string, string[]>,
  schemas: Record<string, Schema>,
): Read<Record<string, unknown>> => {
  const fields: FieldProblem[] = [];
  const value: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(query)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!schema) {
      fields.push({ field: name, message: 'This parameter is not known here.' });
      continue;
    }
    const read = readOne(name, texts, typesOf(schema));
    if ('message' in read) fields.push({ field: name, message: read.message });
    else value[name] = read.value;
  }
  return fields.length > 0 ? { ok: false, fields } : { ok: true, value };
};

const readOne = (
  name: string,
  texts: string[],
  types: string[],
): { value: unknown } | { message: string } => {
  if (types.includes('array'))
    return { value: texts.flatMap((text) => text.split(',')).filter((text) => text !== '') };
  const [text = '', second] = texts;
  if (second !== undefined) return { message: 'Give this parameter once.' };
  if (isMoment(name)) {
    const ms = readMoment(text);
    return ms === null ? { message: NO_MOMENT } : { value: ms };
  }
  if (types.includes('boolean')) {
    if (text === '1' || text === 'true') return { value: true };
    if (text === '0' || text === 'false') return { value: false };
    return { message: 'Write 1 or 0.' };
  }
  if (types.includes('integer') || types.includes('number'))
    return /^-?\d{1,15}(\.\d+)?$/.test(text) ? { value: Number(text) } : { message: 'Write a number.' };
  if (types.includes('object')) {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return { message: 'Write a JSON object, for example {"mobile":"Cell phone"}.' };
    }
  }
  return { value: text };
};
