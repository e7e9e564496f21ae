import { partNames } from './part-names.ts';
import { type SearchKey, searchTexts } from './search-text.ts';

// Which words pages give to the browser. Its code needs only the types: no table of words is in it.

/** What a list of clauses says. */
export const listKeys = [
  'searchWitness',
  'searchCut',
  // The interface's own words for the parts of a document.
  'preamble',
  ...Object.values(partNames),
] as const;
/** That nothing is found. */
export const noneKeys = ['searchNone', 'searchNoneTogether', 'searchNoneWithout', 'searchQuoted'] as const;
/** What the box on every page says. */
export const boxKeys = [
  ...listKeys,
  ...noneKeys,
  'searchEnter',
  'searchCount',
  'searchMarksOnly',
  'searchExcludedOnly',
  'searchAllResults',
  'searchNoneMore',
  'searchHere',
] as const;
/** What finding in a document says. */
export const findKeys = ['findCount', 'findNone', 'searchMarksOnly', 'searchExcludedOnly'] as const;

/** What the search page says: all of the above, and the interface's own words for parts and forms of a document. */
export const pageKeys = [
  ...(Object.keys(searchTexts) as SearchKey[]),
  ...listKeys,
  'published',
  'converted',
] as const;
export type PageKey = (typeof pageKeys)[number];

/** Some of the interface's words in one script, as a page gives them to the browser. */
export type SearchWords<Key extends string = PageKey> = Readonly<Record<Key, string>>;
