import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { Convert } from '../script/create-converter.ts';
import type { Script } from '../script/scripts.ts';
import { noYear, yearOf } from '../search/filter.ts';
import { type View, views } from '../search/search-address.ts';
import { type Sorting, sortings } from '../search/to-concordance.ts';
import { type Order, orders } from '../search/to-results.ts';
import { type InterfaceKey, sayIn } from './interface-text.ts';
import { fillWords } from './search-text.ts';
import { titleOf } from './summarise.ts';

/** A thing to choose; the usual one has no value. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

const viewNames: Record<View, InterfaceKey> = {
  list: 'searchViewList',
  concordance: 'searchViewConcordance',
  counts: 'searchViewCounts',
};
const orderNames: Record<Order, InterfaceKey> = {
  document: 'searchOrderDocument',
  relevance: 'searchOrderRelevance',
};
const sortingNames: Record<Sorting, InterfaceKey> = {
  document: 'searchSortingDocument',
  after: 'searchSortingAfter',
  before: 'searchSortingBefore',
};

/** What the form of the search page offers, by the names that stand in addresses. */
export function toSearchChoices(
  collection: Collection,
  documents: readonly Document[],
  script: Script,
  convert: Convert,
) {
  const say = sayIn(script);
  const all = { value: '', label: say('searchAll') };
  const named = <Value extends string>(values: readonly Value[], names: Record<Value, InterfaceKey>) =>
    values.map((value, index) => ({ value: index === 0 ? '' : value, label: say(names[value]) }));
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  const years = [...new Set(documents.map(yearOf))].sort();
  const filter = (name: string, label: InterfaceKey, options: readonly Choice[]) => ({
    name,
    label: say(label),
    options,
  });
  return {
    filters: [
      filter('document', 'searchDocument', [
        all,
        ...documents.map((document) => ({
          value: document.slug,
          label: convert(titleOf(document), document.lang, script),
        })),
      ]),
      filter('kind', 'searchKind', [
        all,
        ...kinds.map((kind) => ({
          value: kind,
          label: convert(collection.kinds[kind] ?? kind, 'zh-Hans-CN', script),
        })),
      ]),
      filter('year', 'searchYear', [
        all,
        ...years.map((year) => ({
          value: year,
          label: year === noYear ? say('searchNoYear') : fillWords(say('searchYearName'), { year }),
        })),
      ]),
      filter('section', 'searchSection', [
        all,
        ...listSections(documents, say('preamble'), (text, document) => convert(text, document.lang, script)),
      ]),
      filter('order', 'searchOrder', named(orders, orderNames)),
      filter('sort', 'searchOrder', named(sortings, sortingNames)),
    ],
    views: views.map((value) => ({ value, label: say(viewNames[value]) })),
  };
}

/** The sections that documents have, by number, as the first that prints a heading has it. */
function listSections(
  documents: readonly Document[],
  preamble: string,
  convert: (text: string, document: Document) => string,
): Choice[] {
  const names = new Map<number, string>([[0, preamble]]);
  const numbers = new Set<number>();
  for (const document of documents)
    for (const { section, part, text } of document.blocks) {
      if (section === null) continue;
      numbers.add(section);
      if (part === 'heading' && !names.has(section)) names.set(section, convert(text, document));
    }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((section) => ({ value: String(section), label: names.get(section) ?? String(section) }));
}
