import type { Position } from '../text/source-text.ts';
import type { Policy } from './read-policy.ts';

/** An element of a built page, as the rules see it. */
export interface LintedElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands in a script or a style; of other elements nothing. */
  readonly text: string;
  /** Where it begins, or where one of its attributes does. */
  place(attribute?: string): Position | undefined;
}

/** What is asked of an element besides itself. */
export interface LintedPage {
  /** The page's own address: on a host of its own where the site does not know its own. */
  readonly address: URL;
  /** Hosts that are the site itself, as origins. */
  readonly own: ReadonlySet<string>;
  /** What the page's own policy lets through; undefined where it has none. */
  readonly policy: Policy | undefined;
}

/** What a rule finds in an element. */
export interface Finding {
  /** The attribute that is wrong, where it is one. */
  readonly attribute?: string;
  readonly rule: string;
  readonly found: string;
  readonly expected: string;
}

/** A rule looks at one element. */
export type Rule = (element: LintedElement, page: LintedPage) => readonly Finding[];
