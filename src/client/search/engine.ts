import type { Script } from '../../lib/script/scripts.ts';

/** A clause that contains what was asked. Texts of the two scripts have the same length. */
export interface Hit {
  readonly slug: string;
  readonly id: string;
  /** As a reader sees it in the margin (5.3). */
  readonly number: string;
  readonly title: Readonly<Record<Script, string>>;
  readonly text: Readonly<Record<Script, string>>;
}

/** All hits of a query, loaded as they are shown. */
export interface Answer {
  readonly count: number;
  load(from: number, to: number): Promise<Hit[]>;
}

/** What is behind the search page; it can be replaced without touching the page. */
export interface SearchEngine {
  /** The clauses that contain every word. @throws Error where the index cannot be read. */
  search(words: readonly string[]): Promise<Answer>;
}
