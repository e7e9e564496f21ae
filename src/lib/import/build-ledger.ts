import type { KeptEntry, Ledger, LeftEntry } from '../../schemas/ledger.ts';
import { type SourceText, sliceSource } from '../text/source-text.ts';
import type { NamedBlock } from './name-blocks.ts';
import { type Problem, problemAt } from './problem.ts';
import type { LeftOut } from './reading.ts';

export interface LedgerDocument {
  readonly slug: string;
  readonly blocks: readonly NamedBlock[];
  /** The part of each segment of the recipe. */
  readonly parts: readonly string[];
}

/** Account for every character of a source, and report those that are in no entry or in two. */
export function buildLedger(
  source: SourceText,
  sha256: string,
  documents: readonly LedgerDocument[],
  leftOut: readonly LeftOut[],
): { ledger: Ledger; problems: Problem[] } {
  const kept = documents.flatMap(({ slug, blocks }) => blocks.flatMap((block) => toKept(slug, block)));
  const left = leftOut.map(
    ({ from, to, reason, note }): LeftEntry => ({ from, to, left: reason, ...(note && { note }) }),
  );
  const entries = mergeEntries([...kept, ...left].sort((a, b) => a.from - b.from));

  const problems: Problem[] = [];
  let at = 0;
  for (const { from, to } of [...entries, { from: source.characters.length, to: source.characters.length }]) {
    if (from > at)
      problems.push(
        problemAt(
          source,
          at,
          'import/unplaced-text',
          `Unexpected text that no rule places (${JSON.stringify(sliceSource(source, at, Math.min(from, at + 16)))}), expected every character kept or left out. Add it to a segment or to furniture.`,
        ),
      );
    if (from < at)
      problems.push(
        problemAt(
          source,
          from,
          'import/overlap',
          `Unexpected text placed twice (${JSON.stringify(sliceSource(source, from, Math.min(at, to, from + 16)))}), expected every character once. Narrow a segment.`,
        ),
      );
    at = Math.max(at, to);
  }

  const counts = new Map<string, number>();
  for (const { from, to, left: reason } of left) counts.set(reason, (counts.get(reason) ?? 0) + to - from);
  const ledger: Ledger = {
    source: source.id,
    sha256,
    characters: source.characters.length,
    kept: kept.reduce((sum, { from, to }) => sum + to - from, 0),
    leftOut: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    segments: documents.flatMap(({ slug, blocks, parts }) => {
      const bySegment = Map.groupBy(blocks, ({ segment }) => segment);
      return parts.map((part, segment) => ({
        document: slug,
        part,
        blocks: (bySegment.get(segment) ?? []).map(({ id }) => id),
      }));
    }),
    entries,
  };
  return { ledger, problems };
}

function toKept(slug: string, { id, pieces }: NamedBlock): KeptEntry[] {
  let at = 0;
  return pieces.map(({ from, to, as }) => {
    const entry: KeptEntry = { from, to, kept: `${slug}#${id}`, at, ...(as !== undefined && { as }) };
    at += as === undefined ? to - from : Array.from(as).length;
    return entry;
  });
}

/** Join neighbours that say the same, so that the file stays readable. */
function mergeEntries(entries: readonly (KeptEntry | LeftEntry)[]): (KeptEntry | LeftEntry)[] {
  const merged: (KeptEntry | LeftEntry)[] = [];
  for (const entry of entries) {
    const last = merged.at(-1);
    const isSame =
      last?.to === entry.from &&
      ('left' in last
        ? 'left' in entry && last.left === entry.left && last.note === entry.note
        : 'kept' in entry && last.kept === entry.kept && last.as === undefined && entry.as === undefined);
    if (last && isSame) merged[merged.length - 1] = { ...last, to: entry.to };
    else merged.push(entry);
  }
  return merged;
}
