import type { ClauseRecord } from './clause.ts';

/** Clauses of a shard at most: about 10 KiB compressed. A longer document has several. */
const usual = 100;

/** Clauses in parts for the index tier: no part has two documents, or more than `most` clauses. */
export function toShards(clauses: readonly ClauseRecord[], most = usual): ClauseRecord[][] {
  const shards: ClauseRecord[][] = [];
  for (const clause of clauses) {
    const last = shards.at(-1);
    if (last && last[0]?.[0] === clause[0] && last.length < most) last.push(clause);
    else shards.push([clause]);
  }
  return shards;
}
