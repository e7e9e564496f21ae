import { z } from 'astro/zod';
import { sha256Schema, slugSchema } from './names.ts';

/** Why characters are left out. All but `furniture` is layout or markup, found by rule. */
export const leftOutReasonSchema = z.enum([
  'line-wrap', // the line end inside a paragraph
  'line-end', // the line end after a block: the document's structure now says it
  'blank-line',
  'column-break', // a blank line inside a sentence
  'edge-space', // at the start or end of a line
  'justification-space', // beside a Han character of a justified line
  'layout-space', // between or inside the elements of a web page, where it shows as nothing
  'jump-mark', // （下转第7版）
  'markup',
  'attribute',
  'comment',
  'script',
  'furniture',
]);
export type LeftOutReason = z.infer<typeof leftOutReasonSchema>;

/** All offsets are code points of the whole source, zero-based, end-exclusive. */
const keptSchema = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().positive(),
  /** `slug#id` of the block that keeps it. */
  kept: z.string(),
  /** Where in the block's text, in code points. */
  at: z.int().nonnegative(),
  /** What it reads as, where that differs from the characters. */
  as: z.string().optional(),
});
export type KeptEntry = z.infer<typeof keptSchema>;

const leftSchema = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().positive(),
  left: leftOutReasonSchema,
  /** The editor's words, for furniture. */
  note: z.string().optional(),
});
export type LeftEntry = z.infer<typeof leftSchema>;

/** `content/ledger/<source>.json`: every character of a source, exactly once. */
export const ledgerSchema = z.strictObject({
  source: slugSchema,
  sha256: sha256Schema,
  characters: z.int().positive(),
  kept: z.int().nonnegative(),
  leftOut: z.record(z.string(), z.int().positive()),
  /** Blocks in the order of their text in the source, by segment of the recipe. */
  segments: z.array(z.strictObject({ document: slugSchema, part: z.string(), blocks: z.array(z.string()) })),
  entries: z.array(z.union([keptSchema, leftSchema])),
});
export type Ledger = z.infer<typeof ledgerSchema>;
/** What it says of a source as a whole. */
export type LedgerTotals = Omit<Ledger, 'entries' | 'segments'>;
