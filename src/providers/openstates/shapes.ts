import * as z from 'zod';

/**
 * Answers of the Open States API v3, as far as they are read: its response models are published with the service
 * (openstates/api-v3, `api/schemas.py`). Empty fields are left out of an answer, and a district may be a number.
 */
const word = z.string().nullish();
const pagination = z.object({ page: z.number(), max_page: z.number() });
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ results: z.array(row), pagination });

export const person = z.object({
  id: z.string(),
  name: z.string(),
  given_name: word,
  family_name: word,
  party: word,
  email: word,
  current_role: z
    .object({
      org_classification: z.string(),
      district: z.union([z.string(), z.number()]).nullish(),
      division_id: word,
    })
    .nullish(),
  links: z.array(z.object({ url: z.string() })).nullish(),
  offices: z.array(z.object({ name: word, classification: word, voice: word })).nullish(),
});

export const committee = z.object({
  id: z.string(),
  name: z.string(),
  parent_id: word,
  memberships: z.array(z.object({ role: word, person: z.object({ id: z.string() }).nullish() })).nullish(),
});

export const jurisdiction = z.object({
  id: z.string(),
  organizations: z.array(z.object({ id: z.string(), classification: z.string() })).nullish(),
  legislative_sessions: z
    .array(z.object({ identifier: z.string(), classification: word, start_date: word, end_date: word }))
    .nullish(),
});

export const bill = z.object({
  id: z.string(),
  identifier: z.string(),
  updated_at: z.string(),
  openstates_url: word,
  latest_action_date: word,
  latest_action_description: word,
  actions: z
    .array(
      z.object({
        description: z.string(),
        date: z.string(),
        order: z.number(),
        classification: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
  votes: z
    .array(
      z.object({
        id: z.string(),
        motion_text: word,
        start_date: z.string(),
        result: word,
        organization: z.object({ name: z.string() }).nullish(),
        counts: z.array(z.object({ option: z.string(), value: z.number() })).nullish(),
      }),
    )
    .nullish(),
});
