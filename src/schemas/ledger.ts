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

/** A stretch that a block keeps. All offsets are code points of the whole source, zero-based, end-exclusive. */
export interface KeptEntry {
  from: number;
  to: number;
  /** `slug#id` of the block. */
  kept: string;
  /** Where in the block's text, in code points. */
  at: number;
  /** What it reads as, where that differs from the characters. */
  as?: string | undefined;
}

/** A stretch that is left out. */
export interface LeftEntry {
  from: number;
  to: number;
  left: LeftOutReason;
  /** The editor's words, for furniture. */
  note?: string | undefined;
}

/** By hand: a collection has hundreds of thousands of entries, and a schema for each takes ten times as long. */
const entrySchema = z.custom<KeptEntry | LeftEntry>(
  isEntry,
  'expected {from, to, kept, at, as} or {from, to, left, note}, `as` and `note` only where they are needed',
);

function isEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  const { from, to, kept, at, as, left, note } = entry;
  if (!isPlace(from) || !isPlace(to) || to === 0) return false;
  const has = (names: ReadonlySet<string>) => Object.keys(entry).every((name) => names.has(name));
  if (kept === undefined) return has(leftNames) && reasons.has(left) && isTextOrNone(note);
  return has(keptNames) && typeof kept === 'string' && isPlace(at) && isTextOrNone(as);
}
const keptNames = new Set(['from', 'to', 'kept', 'at', 'as']);
const leftNames = new Set(['from', 'to', 'left', 'note']);
const reasons = new Set<unknown>(leftOutReasonSchema.options);

function isPlace(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

/** `content/ledger/<source>.json`: every character of a source, exactly once. */
export const ledgerSchema = z.strictObject({
  source: slugSchema,
  sha256: sha256Schema,
  characters: z.int().positive(),
  kept: z.int().nonnegative(),
  leftOut: z.record(z.string(), z.int().positive()),
  /** Blocks in the order of their text in the source, by segment of the recipe. */
  segments: z.array(z.strictObject({ document: slugSchema, part: z.string(), blocks: z.array(z.string()) })),
  entries: z.array(entrySchema),
});
export type Ledger = z.infer<typeof ledgerSchema>;
/** What it says of a source as a whole. */
export type LedgerTotals = Omit<Ledger, 'entries' | 'segments'>;
