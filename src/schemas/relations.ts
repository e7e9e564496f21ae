import { z } from 'astro/zod';
import { slugSchema } from './names.ts';

const witnessSchema = z.strictObject({
  /** The document that gives the text of another. */
  witness: slugSchema,
  base: slugSchema,
});
export type Witness = z.infer<typeof witnessSchema>;

/** `content/relations.yaml`: how documents relate, as an editor has decided it. */
export const relationsSchema = z.strictObject({ witnesses: z.array(witnessSchema) });
export type Relations = z.infer<typeof relationsSchema>;
