import * as z from 'zod';

const one = z.enum(['sure', 'likely']).optional();
const kept = z.object({
  officialId: one,
  stance: one,
  method: one,
  billId: one,
  onDate: one,
  candidates: z.array(z.string()).default([]),
});

/** How sure each field of a draft is; `candidates` are the officials whom an unclear name fits. */
export type DraftConfidence = z.infer<typeof kept>;

/** @param json as it is kept with a draft; null for a report that a person wrote, of which nothing is doubtful */
export const confidenceIn = (json: string | null): DraftConfidence =>
  json === null ? { candidates: [] } : kept.parse(JSON.parse(json));

/** Whether a draft can be confirmed as it stands: who, on which bill, and where they stand are told. */
export const isWhole = (draft: {
  officialId: string | null;
  billId: string | null;
  stance: string | null;
}): boolean => draft.officialId !== null && draft.billId !== null && draft.stance !== null;
