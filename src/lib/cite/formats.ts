import type { PartWords } from './describe-place.ts';

/** How a format words a place in a document: 第5.3段; para. 5.3; par. 5.3. */
export const wordings = ['zh', 'para', 'par'] as const;
export type Wording = (typeof wordings)[number];

/** The formats, in the order in which they are offered. Their names are the same in both scripts. */
export const formats = [
  { key: 'gbt-2025', name: 'GB/T 7714—2025', wording: 'zh' },
  { key: 'gbt-2015', name: 'GB/T 7714—2015', wording: 'zh' },
  { key: 'chicago', name: 'Chicago', wording: 'para' },
  { key: 'apa', name: 'APA', wording: 'para' },
  { key: 'mla', name: 'MLA', wording: 'par' },
  { key: 'bibtex', name: 'BibTeX', wording: 'zh' },
  { key: 'ris', name: 'RIS', wording: 'zh' },
  { key: 'csl-json', name: 'CSL-JSON', wording: 'zh' },
] as const satisfies readonly { key: string; name: string; wording: Wording }[];

export type Format = (typeof formats)[number]['key'];

/** Formats for reference managers, which are files: the end of their names and their media types. */
export const files = {
  bibtex: { extension: 'bib', type: 'application/x-bibtex' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems' },
  'csl-json': { extension: 'csl.json', type: 'application/vnd.citationstyles.csl+json' },
} as const;

/** A document’s citation in one format, with slots: of the whole document, and of a place in it. */
export interface Citation {
  readonly key: Format;
  readonly whole: string;
  readonly part: string;
}

/** `/data/cite/<slug>.json`: in the document’s own script, whatever script it is read in. */
export interface Citations {
  readonly slug: string;
  readonly edition: string;
  /** Words for the parts of a document that have no number. */
  readonly parts: PartWords;
  /** Of the published text, without a fragment; null where the site does not know its own address. */
  readonly address: string | null;
  readonly citations: readonly Citation[];
}
