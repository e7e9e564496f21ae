import type { CslFormatter } from './create-csl-formatter.ts';
import { formatGbt } from './format-gbt.ts';
import { type Citation, type Format, formats } from './formats.ts';
import { type CitationRecord, describeRecord } from './record.ts';
import { toBibtex } from './to-bibtex.ts';
import { type CslItem, toCslItem } from './to-csl-item.ts';
import { toRis } from './to-ris.ts';

/** Formatters by the published styles that packages have. */
export type CslFormatters = Readonly<Record<'chicago' | 'apa' | 'mla', CslFormatter>>;

/** A document’s citations in every format, of the whole and of a place in it, with what a reader fills in left open. */
export function toCitations(record: CitationRecord, styles: CslFormatters): Citation[] {
  const write: Record<Format, (hasPlace: boolean) => string> = {
    'gbt-2025': (hasPlace) => formatGbt(record, 2025, hasPlace),
    'gbt-2015': (hasPlace) => formatGbt(record, 2015, hasPlace),
    // Where a page on the web states no date, a note names the day on which it was read (17th edition, 14.12).
    chicago: (hasPlace) => {
      const { accessed, ...item } = toCslItem(record, hasPlace);
      return styles.chicago.cite(!record.date && accessed ? { ...item, accessed } : item, hasPlace);
    },
    // The list of references has no room for a place but in the address: the citation in the text names it.
    apa: (hasPlace) => withCitation(styles.apa, record, hasPlace),
    // MLA leaves a genre out; a version it names.
    mla: (hasPlace) => withCitation(styles.mla, record, hasPlace, { version: describeRecord(record) }),
    bibtex: (hasPlace) => toBibtex(record, hasPlace),
    ris: (hasPlace) => toRis(record, hasPlace),
    'csl-json': (hasPlace) => `${JSON.stringify([toCslItem(record, hasPlace)], null, 2)}\n`,
  };
  return formats.map(({ key }) => ({ key, whole: write[key](false), part: write[key](true) }));
}

function withCitation(
  style: CslFormatter,
  record: CitationRecord,
  hasPlace: boolean,
  more: Pick<CslItem, 'version'> = {},
): string {
  // An edition does not change: no day of reading is needed.
  const { accessed, ...item } = { ...toCslItem(record, hasPlace), ...more };
  return `${style.reference(item)}\n${style.cite(item, hasPlace)}`;
}
