import type { Catalogue, Clause } from '../search/clause.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Fold } from '../search/fold.ts';
import { createVerifier, type Judged } from './create-verifier.ts';
import { listReadings } from './list-readings.ts';
import type { Unit } from './read-passage.ts';

/** Clauses of a large collection that are read for a sentence. */
const mostCandidates = 200;

/**
 * A verifier over a whole collection. Where all clauses are shipped, all of them are read; in a larger collection the
 * search engine finds those that hold a sentence, or, if none does, those nearest to it, and these are read: a quotation
 * that goes on from one clause to the next is then judged by the nearest.
 */
export function createCollectionVerifier(
  { shards, documents }: Pick<Catalogue, 'shards' | 'documents'>,
  clauses: readonly Clause[],
  engine: SearchEngine,
  fold: Fold,
): (unit: Unit) => Promise<Judged> {
  const isBroken = ({ document, id }: Clause) => documents[document]?.brokenAfter?.includes(id) ?? false;
  if (!shards) {
    const verify = createVerifier(clauses, fold, { isWhole: true, isBroken });
    return async (unit) => verify(unit);
  }
  return async (unit) => {
    const candidates = new Map<string, Clause>();
    const add = ({ clause }: { clause: Clause }) => candidates.set(`${clause.document}#${clause.id}`, clause);
    const parts = listReadings(unit).at(-1)?.parts ?? [unit.text];
    for await (const batch of engine.search({ words: parts.flatMap(listPhrases), excluded: [] }, {})) {
      batch.forEach(add);
      if (candidates.size >= mostCandidates) break;
    }
    for (const part of candidates.size > 0 ? [] : parts)
      (await engine.nearest({ words: [part], excluded: [] }, {})).forEach(add);
    return createVerifier([...candidates.values()], fold, { isWhole: false, isBroken })(unit);
  };
}

/** The phrases between the marks of a sentence: marks may be printed otherwise. */
function listPhrases(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((phrase) => phrase !== '');
}
