import type { Catalogue } from './clause.ts';
import type { SearchEngine } from './engine.ts';
import { type Filter, filterDocuments, isInSection } from './filter.ts';
import { createMatcher } from './find-hits.ts';
import { createFold } from './fold.ts';
import { rankNearest } from './rank-nearest.ts';
import { createClauseReader } from './read-clauses.ts';
import { putBackTexts } from './witness-texts.ts';

/** Search by reading every clause: all of them are in the catalogue. */
export function createExactTier(catalogue: Catalogue, fold = createFold(catalogue.fold)): SearchEngine {
  const records = putBackTexts(catalogue.clauses ?? [], catalogue.documents);
  const clauses = createClauseReader(catalogue, fold)(records);
  const select = (filter: Filter) => {
    const wanted = filterDocuments(catalogue.documents, filter);
    return clauses.filter((clause) => wanted.has(clause.document) && isInSection(clause, filter));
  };
  return {
    async *search(query, filter) {
      const match = createMatcher(query, fold);
      yield select(filter).flatMap((clause) => match(clause) ?? []);
    },
    nearest: async (query, filter) => rankNearest(select(filter), query, fold),
  };
}
