import type { LeftOutReason } from '../../schemas/ledger.ts';
import type { Part } from '../../schemas/recipe.ts';
import { type SourceText, sliceSource } from '../text/source-text.ts';
import type { Problem } from './problem.ts';

/**
 * A stretch of a source that is kept. `as` is what it reads as where that differs from the characters:
 * a decoded reference (`&amp;` as `&`), a `<br>` as a line break, a wrap between Latin words as a space.
 */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly as?: string;
}

/** A stretch of a source that is left out, with its reason; furniture also has the editor's words for it. */
export interface LeftOut {
  readonly from: number;
  readonly to: number;
  readonly reason: LeftOutReason;
  readonly note?: string;
}

export type BlockPart = Exclude<Part, 'text'> | 'heading' | 'paragraph';

/** A block of a document before it has an id. */
export interface SourceBlock {
  readonly part: BlockPart;
  /** In the order of the source, none empty. */
  readonly pieces: readonly Piece[];
  /** Index of the recipe's segment that the block is from. */
  readonly segment: number;
}

/** A decision of the reader that a person should look at. Not a fault: the import goes on. */
export interface Doubt {
  readonly line: number;
  readonly message: string;
}

/** What a reader makes of one source: blocks by document, everything left out, doubts and faults. */
export interface Reading {
  /** In the recipe's order of documents, and of segments within them. */
  readonly documents: readonly { readonly slug: string; readonly blocks: readonly SourceBlock[] }[];
  readonly leftOut: readonly LeftOut[];
  readonly doubts: readonly Doubt[];
  readonly problems: readonly Problem[];
}

/** The published text of pieces. */
export function textOf(source: SourceText, pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.as ?? sliceSource(source, piece.from, piece.to)).join('');
}
