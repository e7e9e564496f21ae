import type { AliasGroup } from './clause.ts';
import type { Fold } from './fold.ts';

/** Another query that a reader may mean: one name of the query replaced by another of the same. */
export interface AliasOffer {
  readonly name: string;
  readonly alias: string;
  /** The whole query with it. */
  readonly query: string;
}

/**
 * Other names for what a query names. The longest name that stands in the query is replaced: 上合组织 is not read as
 * 上合. Offered, never searched for by themselves.
 */
export function findAliases(typed: string, groups: readonly AliasGroup[], fold: Fold): AliasOffer[] {
  const query = Array.from(typed);
  const folded = Array.from(fold(typed));
  const found = groups.flatMap((group) =>
    group.names.flatMap(({ name }) => {
      const wanted = Array.from(fold(name));
      const at = folded.findIndex((_, index) =>
        wanted.every((character, i) => folded[index + i] === character),
      );
      return at < 0 ? [] : [{ group, name, from: at, to: at + wanted.length }];
    }),
  );
  const isInside = (one: (typeof found)[number], other: (typeof found)[number]) =>
    one !== other &&
    one.from >= other.from &&
    one.to <= other.to &&
    one.to - one.from < other.to - other.from;
  const offers = found
    .filter((one) => !found.some((other) => isInside(one, other)))
    .flatMap(({ group, name, from, to }) =>
      group.names
        .filter((other) => fold(other.name) !== fold(name))
        .map(({ name: alias }) => ({
          name,
          alias,
          query: [...query.slice(0, from), alias, ...query.slice(to)].join(''),
        })),
    );
  return [...new Map(offers.map((offer) => [fold(offer.query), offer])).values()];
}
