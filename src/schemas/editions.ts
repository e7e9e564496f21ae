import { z } from 'astro/zod';
import { isCalendarDate, sha256Schema, slugSchema } from './names.ts';

/** An edition goes by the day on which it was made. */
export const editionDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date, e.g. 2026-11-21' })
  .refine(isCalendarDate, { error: 'expected a day that the calendar has' });

/** `content/editions/<date>.json`: what an edition published. Once committed, it never changes. */
export const editionSchema = z.strictObject({
  edition: editionDateSchema,
  /** SHA-256 of the file of the edition before it, so that none can be changed unseen; null for the first. */
  previous: sha256Schema.nullable(),
  /** Every id in use, by document, with the SHA-256 of its text. */
  documents: z.record(slugSchema, z.record(z.string(), sha256Schema)),
  /** Every id that was in use in an edition before and is no more, by document, with the ids its text went to. */
  retired: z.record(slugSchema, z.record(z.string(), z.array(z.string()))),
});
export type Edition = z.infer<typeof editionSchema>;

const documentChangesSchema = z.strictObject({
  ids: z.int().positive().describe('ids in use in this edition'),
  isNew: z.boolean().describe('whether the document is new in this edition; its ids are not listed then'),
  added: z.array(z.string()).describe('ids that are new in this edition'),
  retired: z
    .array(
      z.strictObject({
        id: z.string(),
        movedTo: z.array(z.string()).describe('ids that the text went to, possibly none'),
      }),
    )
    .describe('ids that are out of use from this edition on'),
});
export type DocumentChanges = z.infer<typeof documentChangesSchema>;

/** `/data/editions.json` */
export const editionsDataSchema = z.strictObject({
  newest: editionDateSchema,
  editions: z
    .array(
      z.strictObject({
        edition: editionDateSchema,
        documents: z.record(slugSchema, documentChangesSchema).describe('documents that are new or changed'),
      }),
    )
    .describe('the newest first'),
});
export type EditionsData = z.infer<typeof editionsDataSchema>;
