import type { Ledger } from '../../schemas/ledger.ts';
import { positionOf, type SourceText } from '../text/source-text.ts';

/** Where a block's text stands in its source; offsets are code points, lines 1-based. */
export interface BlockSource {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** The stretches of the source that each block (`slug#id`) keeps, neighbours joined. */
export function locateBlocks(ledger: Ledger, source: SourceText): Map<string, BlockSource[]> {
  const blocks = new Map<string, { from: number; to: number; line: number }[]>();
  for (const entry of ledger.entries) {
    if (!('kept' in entry)) continue;
    const stretches = blocks.get(entry.kept) ?? [];
    blocks.set(entry.kept, stretches);
    const last = stretches.at(-1);
    if (last?.to === entry.from) last.to = entry.to;
    else stretches.push({ from: entry.from, to: entry.to, line: positionOf(source, entry.from).line });
  }
  return blocks;
}

/** The lines a block stands in, for a person: `36–62`. */
export function describeLines(stretches: readonly BlockSource[]): string {
  const [first, last] = [stretches[0]?.line, stretches.at(-1)?.line];
  return first === last ? `${first}` : `${first}–${last}`;
}
