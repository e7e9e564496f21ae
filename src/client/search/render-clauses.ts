import { numberOfId, partOfId, sectionOfId } from '../../lib/document/block-id.ts';
import { partNames } from '../../lib/reader/part-names.ts';
import type { listKeys, SearchWords } from '../../lib/reader/search-keys.ts';
import { textLanguage } from '../../lib/script/scripts.ts';
import type { SearchDocument } from '../../lib/search/clause.ts';
import type { Match } from '../../lib/search/find-hits.ts';
import { toExcerpt } from '../../lib/search/to-excerpt.ts';
import type { Result } from '../../lib/search/to-results.ts';
import type { Language } from '../../schemas/names.ts';
import { h } from '../dom.ts';
import type { Search } from './open-search.ts';

export type ListWords = SearchWords<(typeof listKeys)[number]>;

/** Makes what search shows of clauses, for one search. */
export function createClauseRenderer({ catalogue, addresses }: Search, query: string, words: ListWords) {
  const { script, documents } = catalogue;
  const documentOf = ({ clause }: Match) => documents[clause.document] as SearchDocument;
  const addressOf = (match: Match) => addresses.hit(script, documentOf(match).slug, match.clause.id, query);

  /** Where a clause stands in its document: `五 5.3`, `标题`. */
  const placeOf = (match: Match): string => {
    const { id } = match.clause;
    const part = partOfId(id);
    if (part !== 'paragraph') return words[partNames[part]];
    const section = sectionOfId(id);
    const heading = section === 0 ? words.preamble : documentOf(match).sections[section ?? -1];
    return [heading, numberOfId(id)].filter(Boolean).join(' ');
  };

  const link = (match: Match, ...children: (Node | string)[]) =>
    h('a', { href: addressOf(match) }, ...children);

  /** A clause's text or an excerpt, with its hits marked. */
  const text = (match: Match): HTMLElement => {
    const pieces = toExcerpt(match.clause.text, match.hits).map((piece) => {
      if (piece.type === 'hit') return h('mark', {}, piece.text);
      return piece.type === 'cut' ? h('span', { class: 'cut' }, words.searchCut) : piece.text;
    });
    return h('p', { lang: textLanguage(documentOf(match).lang as Language, script) }, ...pieces);
  };

  /** The witnesses that say the same, each a link. */
  const witnesses = (matches: readonly Match[]): HTMLElement[] => {
    if (matches.length === 0) return [];
    const links = matches.flatMap((match) => [
      link(match, `${placeOf(match)} ${documentOf(match).title}`),
      ' ',
    ]);
    return [h('p', { class: 'witness' }, words.searchWitness, ...links)];
  };

  return {
    documentOf,
    addressOf,
    placeOf,
    /** A result in a list; `withDocument` where the list does not name the document otherwise. */
    item: ({ match, witnesses: under }: Result, withDocument: boolean): HTMLLIElement => {
      const { title, dateText } = documentOf(match);
      const of = withDocument ? [' ', h('small', {}, `${title} · ${dateText}`)] : [];
      const place = h('p', { class: 'place' }, link(match, placeOf(match)), ...of);
      return h('li', {}, place, text(match), ...witnesses(under));
    },
  };
}

export type ClauseRenderer = ReturnType<typeof createClauseRenderer>;
