import { z } from 'astro/zod';
import { sha256Schema, slugSchema } from './names.ts';

/** An id is retired once it has `movedTo`: the ids its text went to, possibly none. */
const permalinkEntrySchema = z.strictObject({
  sha256: sha256Schema,
  movedTo: z.array(z.string()).optional(),
});
export type PermalinkEntry = z.infer<typeof permalinkEntrySchema>;

/** An id as the importer makes them; a number that no longer counts up exactly is none of its own. */
const idSchema = z
  .string()
  .regex(/^(?:s\d{1,9}-\d{1,9}|p\d{1,9}|(?:title|dateline|signature|caption)(?:-\d{1,9})?)$/);

/** `content/permalinks.json`: every id ever published, by document, with the SHA-256 of its text. */
export const permalinksSchema = z.record(slugSchema, z.record(idSchema, permalinkEntrySchema));
export type Permalinks = z.infer<typeof permalinksSchema>;
