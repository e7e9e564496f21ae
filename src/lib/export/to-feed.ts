import type { EditionsData } from '../../schemas/editions.ts';
import { toUrn } from '../text/to-urn.ts';

export interface FeedInput {
  readonly title: string;
  readonly lang: string;
  /** What the feed is known by for good, wherever it is published. */
  readonly name: string;
  /** Of the feed, and of the page about the editions: absolute where the site knows its own address. */
  readonly self: string;
  readonly page: string;
  readonly author: string;
  readonly editions: EditionsData;
  /** What an edition changed, in words, a line a document. */
  readonly describe: (edition: EditionsData['editions'][number]) => readonly string[];
}

/**
 * The editions as an Atom feed (RFC 4287), the newest first. What it is known by are UUIDs of names (RFC 9562, version 8),
 * not addresses: they hold where the site does not know its own address, and when it moves.
 */
export function toFeed({ title, lang, name, self, page, author, editions, describe }: FeedInput): string {
  const updated = (date: string) => `${date}T00:00:00Z`;
  const entries = editions.editions.map((edition) =>
    [
      '  <entry>',
      `    <id>${toUrn(`${name} ${edition.edition}`)}</id>`,
      `    <title>${escapeXml(`${title} ${edition.edition}`)}</title>`,
      `    <updated>${updated(edition.edition)}</updated>`,
      `    <link href="${escapeXml(page)}"/>`,
      `    <content type="text">${escapeXml(describe(edition).join('\n'))}</content>`,
      '  </entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `  <id>${toUrn(name)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${updated(editions.newest)}</updated>`,
    `  <author><name>${escapeXml(author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
