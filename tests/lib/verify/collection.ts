import { readPermalinks } from '../../../src/content/content-files.ts';
import { type Script, scripts } from '../../../src/lib/script/scripts.ts';
import type { Catalogue, Clause } from '../../../src/lib/search/clause.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import { createClauseReader } from '../../../src/lib/search/read-clauses.ts';
import { toCatalogue } from '../../../src/lib/search/to-catalogue.ts';
import { createCollectionVerifier } from '../../../src/lib/verify/create-collection-verifier.ts';
import { createVerifier } from '../../../src/lib/verify/create-verifier.ts';
import { type Citable, createCitationFinder } from '../../../src/lib/verify/find-citations.ts';
import { partWordsIn } from '../cite/records.ts';
import { collectionInput, openIndexTier } from '../search/collection.ts';

/** The collection as the page for verifying has it, in a script: see src/client/verify/open-verifier.ts. */
export function openCollection(script: Script) {
  const parts = toCatalogue(collectionInput, script);
  const fold = createFold(parts.catalogue.fold);
  const clauses = createClauseReader(parts.catalogue, fold)(parts.clauses);
  const { documents } = parts.catalogue;
  const clausesOf = (slug: string): Clause[] =>
    clauses.filter(({ document }) => documents[document]?.slug === slug);
  const register = readPermalinks('content');
  const citable = documents.map(({ slug }): Citable => {
    const own = clausesOf(slug);
    const retired = Object.entries(register[slug] ?? {}).flatMap(([id, { movedTo }]) =>
      movedTo ? [id] : [],
    );
    return {
      slug,
      titles: own.filter(({ id }) => id === 'title').flatMap(({ forms }) => forms),
      ids: [...own.map(({ id }) => id), ...retired],
    };
  });
  const inShards = () => {
    const { engine, shards } = openIndexTier(parts, 20);
    const list = { folder: '', version: '', volumes: 1, parts: [], common: { pairs: '', heavy: 0 } };
    const all = { ...parts.catalogue, shards: shards.length > 0 ? list : undefined } as Catalogue;
    return createCollectionVerifier(all, [], engine, fold);
  };
  return {
    fold,
    clauses,
    clausesOf,
    documents,
    slugOf: (document: number) => documents[document]?.slug ?? '',
    verify: createVerifier(clauses, fold, { isWhole: true, isBroken: () => false }),
    /** The same over shards, where only clauses that the index finds are read. */
    verifyInShards: inShards(),
    find: createCitationFinder(
      citable,
      fold,
      scripts.map((each) => partWordsIn(each)),
    ),
  };
}
