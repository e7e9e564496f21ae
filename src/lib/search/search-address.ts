import type { Filter } from './filter.ts';
import { type Sorting, sortings } from './to-concordance.ts';
import { type Order, orders } from './to-results.ts';

export const views = ['list', 'concordance', 'counts'] as const;
export type View = (typeof views)[number];

/** All that makes a search: it stands in the address, so that a search is a link. */
export interface Search extends Filter {
  readonly q: string;
  readonly order: Order;
  readonly view: View;
  readonly sorting: Sorting;
}

/** Filters go by the same names in an address. */
const filters = ['document', 'kind', 'year', 'section'] as const;

/** Read a search from an address's query (`?q=北极&order=relevance`). Unknown values are the usual ones. */
export function readSearch(address: string): Search {
  const given = new URLSearchParams(address);
  return {
    q: given.get('q') ?? '',
    order: oneOf(orders, given.get('order')),
    view: oneOf(views, given.get('view')),
    sorting: oneOf(sortings, given.get('sort')),
    ...Object.fromEntries(filters.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : []))),
  };
}

/** The query of a search's address; what is as usual is left out. */
export function writeSearch(search: Search): string {
  const written = new URLSearchParams();
  if (search.q !== '') written.set('q', search.q);
  for (const name of filters) if (search[name]) written.set(name, search[name]);
  if (search.order !== orders[0]) written.set('order', search.order);
  if (search.view !== views[0]) written.set('view', search.view);
  if (search.sorting !== sortings[0]) written.set('sort', search.sorting);
  const query = written.toString();
  return query === '' ? '' : `?${query}`;
}

function oneOf<Value extends string>(values: readonly [Value, ...Value[]], given: string | null): Value {
  return values.find((value) => value === given) ?? values[0];
}
