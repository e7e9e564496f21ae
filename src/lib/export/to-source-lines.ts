import type { Ledger } from '../../schemas/ledger.ts';
import { positionOf, type SourceText } from '../text/source-text.ts';

/** From which code point of a block's text on it stands in which line of its source (1-based). */
export interface SourceLine {
  readonly at: number;
  readonly line: number;
}

/** Where the text of each block (`slug#id`) begins, and goes on in another line of its source, by the ledger. */
export function toSourceLines(ledger: Ledger, source: SourceText): Map<string, SourceLine[]> {
  const blocks = new Map<string, SourceLine[]>();
  for (const entry of ledger.entries) {
    if (!('kept' in entry)) continue;
    const lines = blocks.get(entry.kept) ?? [];
    blocks.set(entry.kept, lines);
    const add = (at: number, offset: number) => {
      const { line } = positionOf(source, offset);
      if (lines.at(-1)?.line !== line) lines.push({ at, line });
    };
    add(entry.at, entry.from);
    // Kept line ends, as between the lines of a title: what reads otherwise than it is has none.
    if (entry.as === undefined)
      for (let offset = entry.from; offset < entry.to - 1; offset += 1)
        if (source.characters[offset] === '\n') add(entry.at + offset + 1 - entry.from, offset + 1);
  }
  return blocks;
}
