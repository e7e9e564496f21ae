import type { Catalogue, Clause } from '../search/clause.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Fold } from '../search/fold.ts';
import type { Query } from '../search/parse-query.ts';
import { createVerifier, type Judged } from './create-verifier.ts';
import type { Unit } from './read-passage.ts';

/**
 * A verifier over a whole collection. Where all clauses are shipped, all of them are read; in a larger collection the
 * search engine finds those that hold a sentence, or, if none does, those nearest to it, and these are read.
 */
export function createCollectionVerifier(
  { shards }: Pick<Catalogue, 'shards'>,
  clauses: readonly Clause[],
  engine: SearchEngine,
  fold: Fold,
): (unit: Unit) => Promise<Judged> {
  if (!shards) {
    const verify = createVerifier(clauses, fold);
    return async (unit) => verify(unit);
  }
  return async (unit) => {
    const phrases: Query = { words: unit.parts.flatMap(listPhrases), excluded: [] };
    const candidates = new Map<string, Clause>();
    for await (const batch of engine.search(phrases, {}))
      for (const { clause } of batch) candidates.set(`${clause.document}#${clause.id}`, clause);
    for (const part of candidates.size > 0 ? [] : unit.parts)
      for (const { clause } of await engine.nearest({ words: [part], excluded: [] }, {}))
        candidates.set(`${clause.document}#${clause.id}`, clause);
    return createVerifier([...candidates.values()], fold)(unit);
  };
}

/** The phrases between the marks of a sentence: marks may be printed otherwise. */
function listPhrases(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((phrase) => phrase !== '');
}
