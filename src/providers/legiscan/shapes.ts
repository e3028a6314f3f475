import * as z from 'zod';

/**
 * Answers of the LegiScan API, as far as they are read, after its user manual (1.9x). Ids come as numbers or as text,
 * an empty object as an empty list, and an error with HTTP 200.
 */
const id = z.union([z.string(), z.number()]).transform(String);
const number = z.coerce.number();
const text = z.string().nullish();

export const failure = z.object({ status: z.literal('ERROR'), alert: z.object({ message: z.string() }) });

export const sessionList = z.object({
  status: z.literal('OK'),
  sessions: z.array(
    z.object({ session_id: id, year_start: number, year_end: number, special: number, session_name: text }),
  ),
});

const listed = z.object({ bill_id: id, number: z.string(), change_hash: z.string() });
/** Bills by place, beside the entry `session`, which is none. */
export const masterList = z.object({
  status: z.literal('OK'),
  masterlist: z
    .record(z.string(), z.unknown())
    .transform((entries) => Object.values(entries).flatMap((one) => listed.safeParse(one).data ?? [])),
});

export const billAnswer = z.object({
  status: z.literal('OK'),
  bill: z.object({
    bill_id: id,
    change_hash: z.string(),
    url: text,
    status: number,
    status_date: text,
    committee: z.union([z.object({ name: z.string(), chamber: text }), z.array(z.unknown())]).nullish(),
    history: z.array(z.object({ date: z.string(), action: z.string(), chamber: text })).default([]),
    votes: z
      .array(
        z.object({
          roll_call_id: id,
          date: z.string(),
          desc: z.string(),
          yea: number,
          nay: number,
          passed: number,
          chamber: text,
        }),
      )
      .default([]),
    calendar: z
      .array(z.object({ type: text, date: z.string(), time: text, location: text, description: text }))
      .default([]),
  }),
});
