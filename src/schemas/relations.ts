import { z } from 'astro/zod';
import { slugSchema } from './names.ts';

const witnessSchema = z.strictObject({
  /** The document that gives the text of another. */
  witness: slugSchema,
  base: slugSchema,
});
export type Witness = z.infer<typeof witnessSchema>;

/** A clause with the beginning of its text's SHA-256: `slug#id@1a2b3c4d`. A decision about another text is an error. */
const decidedClauseSchema = z
  .string()
  .regex(/^[a-z0-9-]+#[a-z0-9-]+@[0-9a-f]{8}$/, { error: 'expected slug#id@hash, e.g. report#p3@1a2b3c4d' });

const decisionShape = {
  /** `add` what was not found, `confirm` what was, `reject` what was found and is none. */
  decide: z.enum(['add', 'confirm', 'reject']),
  from: decidedClauseSchema,
  to: decidedClauseSchema,
  reason: z.string().min(1),
};

const parallelDecisionSchema = z.strictObject(decisionShape);
export type ParallelDecision = z.infer<typeof parallelDecisionSchema>;

const quotationDecisionSchema = z.strictObject({
  ...decisionShape,
  /** The words of the report, as printed; they stand once in the clause. */
  words: z.string().min(1),
});
export type QuotationDecision = z.infer<typeof quotationDecisionSchema>;

const instrumentSchema = z.strictObject({
  /** The name that stands for all, as some document prints it between 《》. */
  name: z.string().min(1),
  /** Its other spellings, as printed. */
  also: z.array(z.string().min(1)).min(1),
  reason: z.string().min(1),
});
export type Instrument = z.infer<typeof instrumentSchema>;

/** `content/relations.yaml`: how documents relate, as an editor has decided it. */
export const relationsSchema = z.strictObject({
  /** Which documents give the text of others. */
  witnesses: z.array(witnessSchema).default([]),
  /** Which documents are compared clause by clause. */
  comparisons: z.array(z.strictObject({ from: slugSchema, to: slugSchema })).default([]),
  /** With how many others each document is compared besides, unnamed: those it shares most with that is rare. */
  nearest: z.int().min(0).max(20).default(0),
  /** Which documents report what others say. */
  reports: z.array(z.strictObject({ report: slugSchema, of: slugSchema })).default([]),
  parallels: z.array(parallelDecisionSchema).default([]),
  quotations: z.array(quotationDecisionSchema).default([]),
  instruments: z.array(instrumentSchema).default([]),
});
export type Relations = z.infer<typeof relationsSchema>;
