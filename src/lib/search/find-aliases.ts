import type { Fold } from './fold.ts';
import { type Query, writeQuery } from './parse-query.ts';

/** Another query that a reader may mean: one name of the query replaced by another of the same. */
export interface AliasOffer {
  readonly alias: string;
  /** The whole query with it. */
  readonly query: string;
  /** Whether the name is a whole word of the query; a part of one may be no name there (以上合作 has 上合). */
  readonly isWhole: boolean;
}

/**
 * Other names for what a query asks for, never for what it excludes. The longest name that stands in a word is
 * replaced: 上合组织 is not read as 上合. Offered, never searched for by themselves.
 * @param groups names that mean the same
 */
export function findAliases(query: Query, groups: readonly (readonly string[])[], fold: Fold): AliasOffer[] {
  const offers = query.words.flatMap((word, place) =>
    findNames(word, groups, fold).flatMap(({ group, name, from, to }) => {
      const characters = Array.from(word);
      return group
        .filter((other) => fold(other) !== fold(name))
        .map((alias) => {
          const renamed = [...characters.slice(0, from), alias, ...characters.slice(to)].join('');
          const words = query.words.with(place, renamed);
          return { alias, query: writeQuery({ ...query, words }), isWhole: to - from === characters.length };
        });
    }),
  );
  return [...new Map(offers.map((offer) => [fold(offer.query), offer])).values()];
}

/** The names that stand in a word, places in code points; none inside a longer one. */
function findNames(word: string, groups: readonly (readonly string[])[], fold: Fold) {
  const folded = Array.from(fold(word));
  const found = groups.flatMap((group) =>
    group.flatMap((name) => {
      const wanted = Array.from(fold(name));
      const from = folded.findIndex((_, at) => wanted.every((one, index) => folded[at + index] === one));
      return from < 0 ? [] : [{ group, name, from, to: from + wanted.length }];
    }),
  );
  const isLonger = (other: (typeof found)[number], one: (typeof found)[number]) =>
    other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;
  return found.filter((one) => !found.some((other) => isLonger(other, one)));
}
