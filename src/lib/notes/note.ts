/**
 * A reader’s own note on a passage of a document, or, without words, a highlight of it. Places are code points of the
 * document’s text (`textOf`), end-exclusive.
 */
export interface Note {
  /** An IRI. */
  readonly id: string;
  readonly slug: string;
  /** The edition whose text the place is of. */
  readonly edition: string;
  /** The block in which the passage begins. */
  readonly block: string;
  readonly start: number;
  readonly end: number;
  /** The passage, and what stands before and after it. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What the reader says of it; '' for a highlight. */
  readonly words: string;
  /** ISO 8601. */
  readonly created: string;
  readonly modified: string;
  /** Came from a file: then its selectors must agree, and it is looked for nowhere else unasked. */
  readonly isImported?: boolean;
}

/** A block of a document and its published text. */
export interface NoteBlock {
  readonly id: string;
  readonly text: string;
}

/** Where a passage stands, by three selectors at once. */
export type NotePlace = Pick<Note, 'block' | 'start' | 'end' | 'exact' | 'prefix' | 'suffix'>;

/** Code points of what stands around a passage that a note keeps. */
const around = 32;

/** A document’s text as notes count it: its blocks without the numerals of sections, a line feed between each two. */
export function textOf(blocks: readonly NoteBlock[]): string[] {
  return Array.from(blocks.map(({ text }) => text).join('\n'));
}

/** Where each block begins in the text. */
export function startsOf(blocks: readonly NoteBlock[]): number[] {
  let at = 0;
  return blocks.map(({ text }) => {
    const start = at;
    at += Array.from(text).length + 1;
    return start;
  });
}

/** The place of a stretch of the text; undefined where the document has no such stretch. */
export function toNotePlace(blocks: readonly NoteBlock[], start: number, end: number): NotePlace | undefined {
  const text = textOf(blocks);
  const block = blocks[startsOf(blocks).findLastIndex((at) => at <= start)];
  if (!block || start < 0 || end <= start || end > text.length) return undefined;
  const part = (from: number, to: number) => text.slice(Math.max(0, from), to).join('');
  return {
    block: block.id,
    start,
    end,
    exact: part(start, end),
    prefix: part(start - around, start),
    suffix: part(end, end + around),
  };
}
