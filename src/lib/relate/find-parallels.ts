import type { Clause, Weighed } from './word-weights.ts';

/** Two clauses that may correspond. */
export interface Candidate {
  readonly from: string;
  readonly to: string;
  /** 0 to about 1: how much they share, and how well they fit where they stand. */
  readonly likeness: number;
}

/** Added to the weight of a pair: short texts are alike by chance more often than long ones. */
const shortness = 40;
/** Two clauses correspond from this likeness on. */
const least = 0.16;
/** A clause corresponds to others that are at least half as like it as the one most like it. */
const leastShare = 0.5;
/** Two clauses that are most like each other, or nearly so, correspond from a lower likeness on. */
const mutual = { least: 0.12, share: 0.85 };
/** How far from two clauses their neighbours are looked at. */
const neighbourhood = 2;
/** Below this likeness two clauses are no neighbours to speak of; above the other they say no more. */
const neighbour = { least: 0.03, most: 0.4 };

interface Prepared {
  readonly id: string;
  readonly whole: Weighed;
  readonly sentences: readonly Weighed[];
}

/**
 * The clauses of two documents that seem to speak of the same, each pair once, in the order of both. Whole clauses
 * and single sentences are compared by the weight of the words they share, since one clause may take up a single
 * sentence of another; two clauses whose neighbours correspond are likelier to correspond themselves. A clause may
 * have several counterparts.
 */
export function findParallels(
  from: readonly Clause[],
  to: readonly Clause[],
  weigh: (text: string) => Weighed,
): Candidate[] {
  const prepare = ({ id, text }: Clause): Prepared => ({
    id,
    whole: weigh(text),
    sentences: text
      .split(/[。；]/u)
      .filter(Boolean)
      .map(weigh),
  });
  const [rows, columns] = [from.map(prepare), to.map(prepare)];
  const scores = scorePairs(rows, columns);

  const likenesses = scores.map((row, x) => row.map((score, y) => score * (1 + fitNeighbours(scores, x, y))));
  const mostOfRow = likenesses.map((row) => Math.max(...row));
  const mostOfColumn = columns.map((_, y) => Math.max(...likenesses.map((row) => row[y] ?? 0)));
  return rows.flatMap((row, x) =>
    columns.flatMap((column, y): Candidate[] => {
      const likeness = likenesses[x]?.[y] ?? 0;
      const [most, mostOther] = [mostOfRow[x] ?? 1, mostOfColumn[y] ?? 1];
      const isLike = likeness >= least && likeness >= leastShare * Math.min(most, mostOther);
      const isMutual = likeness >= mutual.least && likeness >= mutual.share * Math.max(most, mostOther);
      return isLike || isMutual ? [{ from: row.id, to: column.id, likeness }] : [];
    }),
  );
}

/** The share of weight that every two clauses have in common, or two of their sentences, if that is more. */
function scorePairs(rows: readonly Prepared[], columns: readonly Prepared[]): number[][] {
  const whole = ({ whole }: Prepared) => [whole];
  const sentences = ({ sentences }: Prepared) => sentences;
  const scores = rows.map(() => columns.map(() => 0));
  for (const partsOf of [whole, sentences]) {
    const owners = columns.flatMap((column, y) => partsOf(column).map(() => y));
    const parts = columns.flatMap(partsOf);
    const weighShared = createSharedWeigher(parts);
    for (const [x, row] of rows.entries())
      for (const part of partsOf(row))
        for (const [index, shared] of weighShared(part)) {
          const weight = Math.sqrt(part.weight * (parts[index]?.weight ?? 0));
          const score = shared / (weight + shortness);
          const [line, y] = [scores[x] ?? [], owners[index] ?? 0];
          if (score > (line[y] ?? 0)) line[y] = score;
        }
  }
  return scores;
}

/** Of texts those that share words with another, each by its place, with the weight of these words. */
function createSharedWeigher(texts: readonly Weighed[]): (other: Weighed) => Map<number, number> {
  const places = new Map<string, number[]>();
  for (const [index, { words }] of texts.entries())
    for (const word of words.keys()) {
      const those = places.get(word);
      if (those) those.push(index);
      else places.set(word, [index]);
    }
  return ({ words }) => {
    const shared = new Map<number, number>();
    for (const [word, weight] of words)
      for (const index of places.get(word) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight);
    return shared;
  };
}

/** 0 to 1: how well the clauses around two clauses correspond. */
function fitNeighbours(scores: readonly (readonly number[])[], x: number, y: number): number {
  if ((scores[x]?.[y] ?? 0) < neighbour.least) return 0;
  let best = 0;
  for (let dx = -neighbourhood; dx <= neighbourhood; dx += 1)
    for (let dy = -neighbourhood; dy <= neighbourhood; dy += 1) {
      if (dx === 0 || dy === 0) continue;
      const score = Math.min(scores[x + dx]?.[y + dy] ?? 0, neighbour.most) / neighbour.most;
      best = Math.max(best, score / Math.max(Math.abs(dx), Math.abs(dy)));
    }
  return best;
}
