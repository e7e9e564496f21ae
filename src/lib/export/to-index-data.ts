import type { Collection } from '../../schemas/collection.ts';
import type { IndexData } from '../../schemas/data.ts';
import type { Document } from '../../schemas/document.ts';
import type { LedgerTotals } from '../../schemas/ledger.ts';
import type { Recipe } from '../../schemas/recipe.ts';
import { extentOf, titleOf } from '../reader/summarise.ts';

/** The collection as `/data/index.json` has it. */
export function toIndexData(
  collection: Collection,
  documents: readonly Document[],
  sources: readonly { readonly id: string; readonly recipe: Recipe; readonly ledger: LedgerTotals }[],
): IndexData {
  const { title, description, edition } = collection;
  return {
    title,
    description,
    edition,
    documents: documents.map((document) => ({
      slug: document.slug,
      kind: document.kind,
      lang: document.lang,
      title: titleOf(document),
      date: document.date,
      dateBasis: document.dateBasis,
      source: document.source,
      edition,
      ...extentOf(document),
    })),
    sources: sources.map(({ id, recipe, ledger }) => ({
      id,
      name: recipe.name,
      kind: recipe.kind,
      lang: recipe.language,
      description: recipe.description,
      sha256: ledger.sha256,
      characters: ledger.characters,
      kept: ledger.kept,
      leftOut: ledger.leftOut,
    })),
  };
}
