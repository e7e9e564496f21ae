import type { Fold } from './fold.ts';

/** What documents are called in a script, for readers to find them among many: `/<script>/collection/documents.json`. */
export interface DocumentList {
  /** See `createFold`. */
  readonly fold: string;
  /** In the collection's order. */
  readonly documents: readonly ListedDocument[];
}
export type ListedDocument = readonly [slug: string, title: string, day: string];

/**
 * Finds the documents whose title, day or slug has each of the typed words in it, in either script.
 * @param fold made of the list's table
 */
export function createDocumentFinder(
  documents: readonly ListedDocument[],
  fold: Fold,
): (typed: string) => ListedDocument[] {
  const folded = documents.map((document) => fold(document.join('\n')));
  return (typed) => {
    const words = fold(typed)
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    return documents.filter((_, at) => words.every((word) => folded[at]?.includes(word)));
  };
}
