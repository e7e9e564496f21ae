import { z } from 'astro/zod';
import { dateBasisSchema, dateSchema, languageSchema, sha256Schema, slugSchema } from './names.ts';

/** The front matter of `content/documents/<slug>.md`. The title is the document's first block. */
export const frontMatterSchema = z.strictObject({
  slug: slugSchema,
  kind: z.string().min(1),
  lang: languageSchema,
  date: dateSchema.nullable(),
  dateBasis: dateBasisSchema.nullable(),
  /** Who is responsible for it, and where the source says it is from, in the source's words. */
  bodies: z.array(z.string().min(1)).optional(),
  persons: z.array(z.string().min(1)).optional(),
  origin: z.string().min(1).optional(),
  source: slugSchema,
  /** Of the source as received. */
  sha256: sha256Schema,
});

/** Missing text: after which block, why, and how much where the source lets one know. */
export const gapSchema = z.strictObject({
  after: z.string(),
  reason: z.string(),
  extent: z.string().optional(),
});
export type Gap = z.infer<typeof gapSchema>;

/** A suspected misprint. `from` and `to` are code points of the block's text, end-exclusive. */
export const noteSchema = z.strictObject({
  at: z.string(),
  from: z.int().nonnegative(),
  to: z.int().positive(),
  printed: z.string(),
  likely: z.string(),
  reason: z.string(),
});
export type Note = z.infer<typeof noteSchema>;

export const blockPartSchema = z.enum(['title', 'heading', 'paragraph', 'dateline', 'signature', 'caption']);

/** A block of published text; `\n` in it is a line break as printed. */
export const documentBlockSchema = z.strictObject({
  id: z.string(),
  part: blockPartSchema,
  /** Null in a document without sections, 0 before the first. */
  section: z.int().nonnegative().nullable(),
  text: z.string().min(1),
});
export type DocumentBlock = z.infer<typeof documentBlockSchema>;

/** A document as read from its markdown: everything the site shows of it. */
export const documentSchema = frontMatterSchema.extend({
  blocks: z.array(documentBlockSchema).min(1),
  gaps: z.array(gapSchema),
  notes: z.array(noteSchema),
});
export type Document = z.infer<typeof documentSchema>;
