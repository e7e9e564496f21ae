import { type CitationRecord, describeRecord, listResponsible } from './record.ts';

/**
 * A document as a COinS (OpenURL ContextObject in a span, Z39.88-2004): what Zotero and its kin look for first in a page.
 * In the Dublin Core format a page is of the type webpage, `source` is the site, and each author a name by itself.
 */
export function toCoins(record: CitationRecord): string {
  const { title, date, collection, edition, address, lang } = record;
  const { authors } = listResponsible(record);
  const values: (readonly [string, string | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'webpage'],
    ['rft.title', title],
    ['rft.source', `${collection}（${edition}版）`],
    ...authors.map((name) => ['rft.au', name] as const),
    // A date without a year is none that a reference manager could read.
    ['rft.date', date?.startsWith('XXXX') ? undefined : (date ?? undefined)],
    ['rft.language', lang],
    ['rft.description', describeRecord(record)],
    ['rft.identifier', address],
  ];
  return values.flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : [])).join('&');
}
