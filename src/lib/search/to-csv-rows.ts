import { numberOfId, sectionOfId } from '../document/block-id.ts';
import type { SearchDocument } from './clause.ts';
import type { Match } from './find-hits.ts';
import type { Result } from './to-results.ts';

const head = [
  'query',
  'slug',
  'title',
  'date',
  'section',
  'id',
  'number',
  'same_as',
  'address',
  'hits',
  'text',
];

/**
 * Results as rows: a row a clause, those of witnesses after the one they say the same as. The text is the published
 * one; `hits` are its places in code points, end-exclusive: `12-14 30-32`.
 * @param addressOf the whole address of a clause
 */
export function toCsvRows(
  query: string,
  results: readonly Result[],
  documents: readonly SearchDocument[],
  addressOf: (slug: string, id: string) => string,
): string[][] {
  const row = ({ clause, hits }: Match, base?: Match): string[] => {
    const { slug, title, date } = documents[clause.document] as SearchDocument;
    const section = sectionOfId(clause.id);
    const sameAs = base ? `${documents[base.clause.document]?.slug}#${base.clause.id}` : '';
    return [
      ...[query, slug, title, date ?? '', section === null ? '' : String(section), clause.id],
      ...[numberOfId(clause.id) ?? '', sameAs, addressOf(slug, clause.id)],
      ...[hits.map(({ from, to }) => `${from}-${to}`).join(' '), clause.published],
    ];
  };
  return [
    head,
    ...results.flatMap(({ match, witnesses }) => [row(match), ...witnesses.map((each) => row(each, match))]),
  ];
}
