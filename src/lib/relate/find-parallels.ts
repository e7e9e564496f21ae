import { type Clause, type Weighed, weighShared } from './word-weights.ts';

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
  const scores = rows.map((row) => columns.map((column) => scorePair(row, column)));

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

/** The share of weight that two clauses have in common, or two of their sentences, if that is more. */
function scorePair(one: Prepared, other: Prepared): number {
  const score = (a: Weighed, b: Weighed) => weighShared(a, b) / (Math.sqrt(a.weight * b.weight) + shortness);
  let best = score(one.whole, other.whole);
  if (best === 0) return 0;
  for (const a of one.sentences) for (const b of other.sentences) best = Math.max(best, score(a, b));
  return best;
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
