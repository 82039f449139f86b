import { z } from 'zod';

const when = z.iso.datetime();

/** A request for a decision, and the votes on it so far. */
export const ApprovalState = z.object({
  rule: z.union([z.enum(['all', 'any']), z.object({ quorum: z.int().min(1) })]),
  /** Account ids of those who are asked. */
  approvers: z.array(z.string()).readonly(),
  /** Name of the authority by which they are. */
  authority: z.string(),
  requestedBy: z.string(),
  requestedAt: when,
  votes: z
    .array(
      z.object({
        who: z.string(),
        verdict: z.enum(['approved', 'rejected']),
        comment: z.string(),
        at: when,
      }),
    )
    .readonly(),
  decidedAt: when.optional(),
});
export type ApprovalState = z.infer<typeof ApprovalState>;

/** The property as it is stored on the issue. What JQL searches by lies where the index keeps its type. */
export const StoredShape = z.object({
  v: z.literal(2),
  /** R-12; `null` on a record from before there were ids. */
  id: z.string().max(20).nullable(),
  revision: z.int().min(1),
  state: z.string(),
  score: z.number().nullable(),
  residualScore: z.number().nullable(),
  targetScore: z.number().nullable(),
  /** Label of the band that the score falls in. */
  band: z.string().nullable(),
  values: z.record(z.string(), z.unknown()).readonly(),
  /** The first date given for each field that is a promise. */
  firstPromised: z.record(z.string(), z.string()).readonly().optional(),
  approval: ApprovalState.optional(),
  /** The revision that the last correction of a decided record replaced. */
  corrects: z.int().min(1).optional(),
  updatedAt: when,
});
export type StoredRecord = Readonly<z.infer<typeof StoredShape>>;

const First = z.looseObject({ v: z.literal(1), residualScore: z.number().nullable().default(null) });

/** Reads what the first version wrote as the present one would have. */
export function upgraded(property: unknown): unknown {
  const first = First.safeParse(property);
  return first.success ? { ...first.data, v: 2, id: null, targetScore: null, band: null } : property;
}
