import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { invalid, ok, type Result } from '../platform/problem.ts';

const MOST_PROBLEMS = 20;
const words = z.string('This is missing, or is no text.').trim().min(1, 'This is empty.');
const twoLetters = 'Two capital letters of a state, for example MT.';
const letters = z.string(twoLetters).regex(/^[A-Z]{2}$/, twoLetters);
const snapshotDay = 'The day of the snapshot, for example 2026-08-05.';
const head = {
  source: words,
  commit: words.optional(),
  snapshot: z.string(snapshotDay).refine(isDate, snapshotDay),
};
/** Some sources write a district as a number, Massachusetts as a name; a district is text. */
const district = z.union([words, z.number().int().transform(String)], 'The district is missing.');
const person = {
  id: words,
  name: words,
  given: z.string().trim().default(''),
  family: words,
  division: words.optional(),
  party: words.optional(),
  email: words.optional(),
  phone: words.optional(),
  links: z.array(words, 'This is no list.').default([]),
};
const chamber = z.enum(['lower', 'upper'], 'Either lower or upper.');

/** People and vacancies of a state's legislature, in the shape made from Open States. */
export const officialFile = z.object({
  ...head,
  state: letters,
  vacancies: z.array(z.object({ chamber, district })).default([]),
  people: z.array(z.object({ ...person, chamber, district })).min(1, 'The file names no people.'),
});

/** Committees with their members as `[person id]` or `[person id, role]`. */
export const committeeFile = z.object({
  ...head,
  state: letters,
  committees: z
    .array(
      z.object({
        id: words,
        name: words,
        chamber: z.enum(['lower', 'upper', 'legislature'], 'One of lower, upper, legislature.'),
        members: z.array(z.union([z.tuple([words]), z.tuple([words, words])])),
      }),
    )
    .min(1, 'The file names no committees.'),
});

/** Members of Congress, in the shape made from congress-legislators. */
export const congressFile = z.object({
  ...head,
  people: z
    .array(
      z.object({
        ...person,
        state: letters,
        chamber: z.enum(['senate', 'house'], 'Either senate or house.'),
        class: z.number().int().min(1).max(3).optional(),
        district: district.optional(),
        term: z.tuple([z.string(), z.string()]).optional(),
        office: words.optional(),
      }),
    )
    .min(1, 'The file names no people.'),
});

/** ZIP code areas with the districts of the US House that they lie in. */
export const zipFile = z.object({
  ...head,
  state: letters,
  zcta_to_cd: z.record(
    z.string().regex(/^\d{5}$/, 'Five digits of a ZIP code.'),
    z.array(z.number().int().min(0)).min(1),
  ),
});

/** Reads a JSON file; what is wrong is answered by field and reason, the first twenty of them. */
export const readJsonFile = <Schema extends z.ZodType>(
  schema: Schema,
  text: string,
): Result<z.output<Schema>> => {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return invalid([
      { field: 'file', message: 'This is not a JSON file. Choose the file as it was downloaded.' },
    ]);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return invalid(
    parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({
      field: issue.path.join('.') || 'file',
      message: issue.message.startsWith('Invalid input')
        ? 'This is missing or of the wrong kind.'
        : issue.message,
    })),
    'This file does not have the expected shape. Nothing was changed.',
  );
};

/** Ids without the kind that Open States writes before them, so that they fit into an address. */
export const plainId = (id: string): string => id.replace(/^ocd-(?:person|organization)\//, '');

/** Where a file came from, in words: "openstates/people 934bf09". */
export const sourceOf = (file: { source: string; commit?: string | undefined }): string =>
  file.commit ? `${file.source} ${file.commit.slice(0, 7)}` : file.source;
