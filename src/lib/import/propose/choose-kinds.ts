import type { Collection } from '../../../schemas/collection.ts';
import type { Recipe } from '../../../schemas/recipe.ts';
import { type AddedKind, readerOf } from './propose-recipe.ts';

/** What a source of a kind is called where the collection has no words for it yet. */
const names: Readonly<Record<AddedKind, string>> = {
  'newspaper-text': '报纸版面的文字层',
  'web-page': '网页',
};

/**
 * Choose the keys of kinds for a new recipe: those that sources with the same reader have most often, or the
 * collection's first; where it has none, `toAdd` says what to write into collection.yaml.
 */
export function chooseKinds(kind: AddedKind, collection: Collection, recipes: readonly Recipe[]) {
  const alike = recipes.filter(({ reader }) => reader === readerOf[kind]);
  const { sourceKinds, kinds } = collection;
  const sourceKind =
    mostOften(alike.map((recipe) => recipe.kind).filter((key) => key in sourceKinds)) ?? kind;
  const documentKind =
    mostOften(alike.flatMap(({ documents }) => documents.map((document) => document.kind))) ??
    Object.keys(kinds)[0] ??
    'document';
  const toAdd = [
    ...(sourceKind in sourceKinds ? [] : [`sourceKinds: { ${sourceKind}: ${names[kind]} }`]),
    ...(documentKind in kinds ? [] : [`kinds: { ${documentKind}: 文献 }`]),
  ];
  return { sourceKind, documentKind, documentKinds: Object.keys(kinds), toAdd };
}

function mostOften(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
