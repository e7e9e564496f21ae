import { sectionOfId } from '../document/block-id.ts';
import type { Clause, SearchDocument } from './clause.ts';

/** What a search is narrowed to. */
export interface Filter {
  /** A slug. */
  readonly document?: string;
  readonly kind?: string;
  /** See `yearOf`. */
  readonly year?: string;
  readonly section?: string;
}

/** The year of documents whose source states none. */
export const noYear = 'none';

/** The year a document is of, as far as its source states it. */
export function yearOf({ date }: Pick<SearchDocument, 'date'>): string {
  return date === null || date.startsWith('XXXX') ? noYear : date.slice(0, 4);
}

/** Which documents a filter lets through, by their place in the catalogue. */
export function filterDocuments(documents: readonly SearchDocument[], filter: Filter): ReadonlySet<number> {
  const isWanted = (document: SearchDocument) =>
    (!filter.document || document.slug === filter.document) &&
    (!filter.kind || document.kind === filter.kind) &&
    (!filter.year || yearOf(document) === filter.year);
  return new Set(documents.flatMap((document, index) => (isWanted(document) ? [index] : [])));
}

/** Whether a clause of a wanted document stands in the wanted section. */
export function isInSection({ id }: Clause, { section }: Filter): boolean {
  return !section || String(sectionOfId(id)) === section;
}
