import { z } from 'astro/zod';
import { editionDateSchema } from './editions.ts';
import { slugSchema } from './names.ts';

/** It stands in formats that end a value with its line. */
const lineSchema = z.string().regex(/^[^\r\n]+$/, { error: 'expected one line' });

/** `content/collection.yaml`: what the collection is called, and its words for kinds. */
export const collectionSchema = z.strictObject({
  title: lineSchema,
  description: lineSchema,
  /** The edition of the texts, by date: raised when a published text changes. */
  edition: editionDateSchema,
  /** Whose the texts are and what may be done with them: it goes with every download. */
  rights: lineSchema,
  /** Names of kinds of documents and of sources, by the key that recipes use. */
  kinds: z.record(z.string(), z.string()),
  sourceKinds: z.record(z.string(), z.string()),
  /** What a document is called where there is no room for its title, by slug. */
  shortNames: z.record(slugSchema, z.string().min(1)).default({}),
  /** Documents of one date, and undated ones, stand in this order. */
  order: z.array(slugSchema),
});
export type Collection = z.infer<typeof collectionSchema>;
