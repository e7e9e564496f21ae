import type { Citations } from '../lib/cite/formats.ts';
import { type CitationRecord, toRecord } from '../lib/cite/record.ts';
import { toCitations } from '../lib/cite/to-citations.ts';
import { once } from '../lib/once.ts';
import { addressesUnder } from '../lib/reader/addresses.ts';
import { sayIn } from '../lib/reader/interface-text.ts';
import { partWords } from '../lib/reader/to-citations-page.ts';
import { scriptOf } from '../lib/script/scripts.ts';
import type { Document } from '../schemas/document.ts';
import { readCitationStyles } from './citation-styles.ts';
import type { SiteContent } from './read-content.ts';
import { type Settings, toAbsoluteUnder } from './settings.ts';

/** How the documents of a collection are cited. */
export interface DocumentCitations {
  /** What a citation of a document says. */
  record(document: Document): CitationRecord;
  /** A document's citations in every format; written once. */
  all(document: Document): Citations;
}

/** Cite the documents of a folder of content, under the addresses that a site has by its settings. */
export function citeDocuments(
  content: SiteContent,
  { site, base }: Pick<Settings, 'site' | 'base'>,
): DocumentCitations {
  const addresses = addressesUnder(base);
  const toAbsolute = toAbsoluteUnder(site);
  const styles = once(readCitationStyles);
  const record = (document: Document): CitationRecord =>
    toRecord({
      document,
      collection: content.collection,
      sourceKind: content.source(document.source).recipe.kind,
      convert: content.convert,
      address: toAbsolute(addresses.document(scriptOf(document.lang), document.slug)),
    });
  const written = new Map<string, Citations>();
  const write = (document: Document): Citations => {
    const cited = record(document);
    const { slug, edition, address = null, script } = cited;
    const parts = partWords(sayIn(script));
    return { slug, edition, parts, address, citations: toCitations(cited, styles()) };
  };
  return {
    record,
    all: (document) => {
      const citations = written.get(document.slug) ?? write(document);
      written.set(document.slug, citations);
      return citations;
    },
  };
}
