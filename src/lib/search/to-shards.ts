import type { ClauseRecord } from './clause.ts';

/** Clauses of a shard at most: texts of about 10 KiB compressed. A longer document has several. */
export const shardLength = 100;

/** Clauses in parts for the index tier: no part has two documents, or more than `most` clauses. */
export function toShards(clauses: readonly ClauseRecord[], most = shardLength): ClauseRecord[][] {
  const shards: ClauseRecord[][] = [];
  for (const clause of clauses) {
    const last = shards.at(-1);
    if (last && last[0]?.[0] === clause[0] && last.length < most) last.push(clause);
    else shards.push([clause]);
  }
  return shards;
}

/**
 * Shards in parts that an index each is made of: in their order, about as large as each other, each of at most `most`
 * clauses, or of one shard.
 */
export function toVolumes<Shard extends { readonly length: number }>(
  shards: readonly Shard[],
  most: number,
): Shard[][] {
  const all = shards.reduce((sum, { length }) => sum + length, 0);
  const largest = shards.reduce((most, { length }) => Math.max(most, length), 0);
  const even = Math.ceil(all / Math.max(1, Math.ceil(all / most))) + largest;
  const volumes: Shard[][] = [[]];
  let clauses = 0;
  for (const shard of shards) {
    if (clauses > 0 && clauses + shard.length > Math.min(most, even)) {
      volumes.push([]);
      clauses = 0;
    }
    volumes.at(-1)?.push(shard);
    clauses += shard.length;
  }
  return volumes;
}
