import { alignLocally } from '../relate/align-locally.ts';
import { findChanges } from '../relate/changes.ts';
import type { Clause } from '../search/clause.ts';
import type { Fold } from '../search/fold.ts';
import { listAllPairs } from '../search/rank-nearest.ts';
import { isLetter, lettersOf, type Row, type Stretch, toMark, toRow } from './row.ts';

/** A piece of a quotation beside what is printed: the same in both, said otherwise, or left out by an ellipsis. */
export interface Piece {
  readonly kind: 'same' | 'changed' | 'left';
  readonly said: string;
  readonly printed: string;
}

/** A clause that a sentence is near to, with the differences. */
export interface Near {
  readonly row: Row;
  readonly stretch: Stretch;
  readonly pieces: readonly Piece[];
  /** Letters of the sentence that are printed otherwise or not at all, and letters printed that it lacks. */
  readonly changed: number;
  readonly lacking: number;
}

/** Clauses that are compared character by character, those that share most pairs first. */
const mostCompared = 10;
/** Of a clause’s letters, those that a sentence has at least to be compared with the clause’s neighbours, too. */
const goesOn = 0.5;
/** A sentence of fewer letters is near to everything. */
const leastLetters = 4;

/** Finds the clauses that a sentence is nearest to. @param groups clauses that follow each other, in groups */
export function createNearest(groups: readonly (readonly Clause[])[], fold: Fold) {
  const clauses = groups.flatMap((group) => group.map((clause, at) => ({ clause, group, at })));
  const having = new Map<string, Set<number>>();
  for (const [index, { clause }] of clauses.entries())
    for (const pair of clause.forms.flatMap(listLetterPairs))
      having.set(pair, (having.get(pair) ?? new Set()).add(index));

  /** A clause, and, where a sentence is as long as it, the clause with its neighbours: the sentence may go on in one. */
  const listRows = (index: number, letters: number): Row[] => {
    const found = clauses[index];
    if (!found) return [];
    const { clause, group, at } = found;
    const isLong = letters >= goesOn * countLetters(clause.published);
    const [before, after] = [group[at - 1], group[at + 1]];
    return [
      toRow([clause]),
      ...(isLong && before ? [toRow([before, clause])] : []),
      ...(isLong && after ? [toRow([clause, after])] : []),
    ];
  };

  /** All that are equally near, in the collection's order. */
  return (sentence: string): Near[] => {
    const letters = countLetters(sentence);
    if (letters < leastLetters) return [];
    const folded = fold(sentence);
    const weights = new Map<number, number>();
    for (const pair of new Set(listLetterPairs(folded))) {
      const found = having.get(pair);
      for (const index of found ?? [])
        weights.set(index, (weights.get(index) ?? 0) + Math.log(1 + clauses.length / (found?.size ?? 1)));
    }
    const near = [...weights]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, mostCompared)
      .sort((a, b) => a[0] - b[0])
      .flatMap(([index]) => listRows(index, letters))
      .flatMap((row) => compare(Array.from(sentence), folded, row) ?? []);
    const least = Math.min(...near.map(costOf));
    const places = near
      .filter((other) => costOf(other) === least)
      .map(
        (other) => [JSON.stringify([other.row.document, toMark(other.row, other.stretch)]), other] as const,
      );
    return [...new Map(places).values()];
  };
}

/** A letter that is said otherwise counts more than one that is left out. */
const costOf = ({ changed, lacking }: Near) => 3 * changed + lacking;

/** A sentence beside the stretch of a row that fits it best; undefined where no letter is common. */
function compare(said: readonly string[], foldedSentence: string, row: Row): Near | undefined {
  const folded = Array.from(foldedSentence);
  const [best] = row.forms
    .flatMap((form) => {
      const printed = Array.from(form);
      const fit = alignLocally(folded, printed);
      return fit ? [{ printed, fit }] : [];
    })
    .sort((a, b) => b.fit.matched - a.fit.matched);
  if (!best) return undefined;
  const { printed, fit } = best;
  // What stands before and after the stretch may be what the sentence says otherwise there.
  const before = Math.min(fit.from[0], fit.to[0]);
  const after = Math.min(folded.length - fit.from[1], printed.length - fit.to[1]);
  const start = fit.to[0] - before;
  const slice = printed.slice(start, fit.to[1] + after);

  const pieces: Piece[] = [];
  let [at, saidAt] = [0, 0];
  const add = (to: number, saidTo: number, kind: Piece['kind']) => {
    if (to > at || saidTo > saidAt)
      pieces.push({
        said: said.slice(saidAt, saidTo).join(''),
        printed: row.characters.slice(start + at, start + to).join(''),
        kind,
      });
    [at, saidAt] = [to, saidTo];
  };
  for (const { base, witness } of findChanges(slice, folded)) {
    add(base[0], witness[0], 'same');
    add(base[1], witness[1], 'changed');
  }
  add(slice.length, folded.length, 'same');

  const lettersIn = (side: 'said' | 'printed') =>
    pieces.reduce((sum, piece) => sum + (piece.kind === 'changed' ? countLetters(piece[side]) : 0), 0);
  return {
    row,
    stretch: { from: start, to: start + slice.length },
    pieces,
    changed: lettersIn('said'),
    lacking: lettersIn('printed'),
  };
}

function listLetterPairs(folded: string): string[] {
  return listAllPairs(lettersOf(folded));
}

function countLetters(text: string): number {
  return Array.from(text).filter(isLetter).length;
}
