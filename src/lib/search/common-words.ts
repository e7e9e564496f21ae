import { toCodes } from '../text/codes.ts';
import type { Clause, CommonPairs, CommonWords } from './clause.ts';
import type { Rarity } from './index-words.ts';
import { listAllPairs } from './rank-nearest.ts';

/** Pairs that are listed: about 10 kB compressed. */
const most = 3000;

/** A file of the index holds some 20,000 places of pairs, or those of one pair that has more. */
const placesOfFile = 20_000;

/**
 * The pairs that stand most often in a collection. Of what is typed, the index is asked for the rare ones, since
 * nearly every shard has the others.
 */
export function toCommonPairs(clauses: Iterable<Clause>): CommonPairs {
  const counter = createPairCounter();
  counter.add(clauses);
  return counter.list();
}

/** The same where clauses are read a part at a time. */
export function createPairCounter() {
  const counts = new Map<string, number>();
  // This goes through all of a collection: pairs of characters of one unit are counted by their numbers.
  const ofUnits = new Map<number, number>();
  return {
    add(clauses: Iterable<Clause>): void {
      for (const { forms } of clauses)
        for (const form of forms)
          if (/[\uD800-\uDFFF]/.test(form))
            for (const pair of listAllPairs(form)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
          else
            for (let at = 1; at < form.length; at += 1) {
              const pair = (form.charCodeAt(at - 1) << 16) | form.charCodeAt(at);
              ofUnits.set(pair, (ofUnits.get(pair) ?? 0) + 1);
            }
    },
    list(): CommonPairs {
      for (const [pair, count] of ofUnits) {
        const written = String.fromCharCode(pair >>> 16, pair & 0xffff);
        counts.set(written, (counts.get(written) ?? 0) + count);
      }
      ofUnits.clear();
      const listed = [...counts]
        .filter(([, count]) => count > 1)
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, most);
      return {
        pairs: listed.map(([pair]) => pair).join(''),
        heavy: listed.filter(([, count]) => count > placesOfFile).length,
      };
    },
  };
}

/** The share of the shards from which on a character is left out: to ask for it would spare half of them at most. */
const shareOfShards = 0.5;
/** Shards that are looked at for it: which characters half of them have is soon seen. */
const mostSampled = 200;

/**
 * The characters that half of the shards have, or more, in the order of their numbers. The index need not have them by
 * themselves: it would have an entry for each of them in each shard.
 */
export function listCommonCharacters<Shard>(
  shards: readonly Shard[],
  read: (shard: Shard) => readonly Clause[],
): string {
  const step = Math.ceil(shards.length / mostSampled);
  const sampled = shards.filter((_, index) => index % step === 0);
  const counts = new Map<number, number>();
  for (const shard of sampled) {
    const forms = read(shard).flatMap((clause) => clause.forms);
    for (const code of new Set(toCodes(forms.join('')))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= shareOfShards * sampled.length);
  return String.fromCodePoint(...common.map(([code]) => code).sort((a, b) => a - b));
}

/**
 * How rare a pair is by such lists: the logarithm of its rank, as natural language has it (Zipf); 0 where it is heavy, or
 * a character that the index does not have.
 */
export function readCommonWords({ pairs, heavy, characters }: CommonWords): Rarity {
  const rarities = new Map<string, number>();
  const listed = Array.from(pairs);
  for (let rank = 1; 2 * rank <= listed.length; rank += 1)
    rarities.set(listed.slice(2 * rank - 2, 2 * rank).join(''), rank <= heavy ? 0 : Math.log(rank + 1));
  for (const character of characters) rarities.set(character, 0);
  return (pair) => rarities.get(pair) ?? Math.log(2 * most);
}
