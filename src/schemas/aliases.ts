import { z } from 'astro/zod';

/** `content/aliases.yaml`: groups of names of one person, place or body. */
export const aliasesSchema = z.array(
  z.strictObject({
    names: z
      .array(
        z.strictObject({
          name: z.string().min(2),
          /** A clause (`slug#id`) that uses the name; left out where the collection never does. */
          at: z
            .string()
            .regex(/^[a-z0-9-]+#[a-z0-9-]+$/, { error: 'expected slug#id' })
            .optional(),
        }),
      )
      .min(2),
  }),
);
export type Aliases = z.infer<typeof aliasesSchema>;
