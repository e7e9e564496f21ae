import { type CitationRecord, describeRecord, listResponsible } from './record.ts';

/** A document for search engines, in the vocabulary of schema.org. What the source does not say is left out. */
export function toJsonLd(record: CitationRecord): Record<string, unknown> {
  const { title, date, collection, edition, address, lang, slug, persons } = record;
  const { authors, beside } = listResponsible(record);
  const type = (name: string) => (persons.includes(name) ? 'Person' : 'Organization');
  const named = (names: readonly string[]) => names.map((name) => ({ '@type': type(name), name }));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    inLanguage: lang,
    genre: describeRecord(record),
    identifier: slug,
    version: edition,
    ...(authors.length > 0 && { author: named(authors) }),
    ...(beside.length > 0 && { sourceOrganization: named(beside) }),
    ...(date && !date.startsWith('XXXX') && { datePublished: date }),
    ...(address && { url: address }),
    isPartOf: { '@type': 'Collection', name: collection, version: edition },
  };
}
