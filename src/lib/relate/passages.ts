import type { DocumentData } from '../../schemas/data.ts';
import { paragraphBreak } from './changes.ts';

/** A piece of a document's text with an address: a paragraph, a title, a section's number on a line of its own. */
export interface Passage {
  /** A block's id, or `s3` for the heading of a section. */
  readonly id: string;
  readonly text: string;
}

/** All that a document prints, in its order, as published. */
export function listPassages({ title, front, sections, back }: DocumentData): Passage[] {
  return [
    { id: 'title', text: title },
    ...front,
    ...sections.flatMap(({ id, heading, paragraphs }) => [
      ...(heading === null || id === null ? [] : [{ id, text: heading }]),
      ...paragraphs,
    ]),
    ...back,
  ].map(({ id, text }) => ({ id, text }));
}

/** A place in a document: before a code point of a passage's text. */
export interface Place {
  readonly at: string;
  readonly offset: number;
}

/** A document's text as one row of characters, a break after every passage but the last, and the way back to places. */
export interface Row {
  readonly tokens: readonly string[];
  placeOf(token: number): Place;
  tokenOf(place: Place): number;
  /** The tokens of a passage, by its number. */
  rangeOf(passage: number): readonly [from: number, to: number];
}

export function toRow(passages: readonly Passage[]): Row {
  const tokens: string[] = [];
  const starts: number[] = [];
  for (const { text } of passages) {
    if (starts.length > 0) tokens.push(paragraphBreak);
    starts.push(tokens.length);
    for (const character of text) tokens.push(character);
  }
  const startOf = new Map(passages.map(({ id }, index) => [id, starts[index] ?? 0]));
  return {
    tokens,
    placeOf(token) {
      let [low, high] = [0, starts.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= token) low = middle;
        else high = middle;
      }
      return { at: passages[low]?.id ?? '', offset: token - (starts[low] ?? 0) };
    },
    rangeOf: (passage) => [starts[passage] ?? 0, (starts[passage + 1] ?? tokens.length + 1) - 1],
    tokenOf: ({ at, offset }) => (startOf.get(at) ?? Number.NaN) + offset,
  };
}
