import type { Edition } from '../../schemas/editions.ts';
import type { PermalinkEntry, Permalinks } from '../../schemas/permalinks.ts';

/** What an edition publishes: every id that is in use, and every retired one with where its text went. */
export function toEdition(permalinks: Permalinks, edition: string, previous: string | null): Edition {
  return {
    edition,
    previous,
    documents: select(permalinks, ({ sha256, movedTo }) => (movedTo ? undefined : sha256)),
    retired: Object.fromEntries(
      Object.entries(select(permalinks, ({ movedTo }) => movedTo)).filter(
        ([, ids]) => Object.keys(ids).length > 0,
      ),
    ),
  };
}

function select<Value>(
  permalinks: Permalinks,
  read: (entry: PermalinkEntry) => Value | undefined,
): Record<string, Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(permalinks).map(([slug, ids]) => [
      slug,
      Object.fromEntries(
        Object.entries(ids).flatMap(([id, entry]) => {
          const value = read(entry);
          return value === undefined ? [] : [[id, value]];
        }),
      ),
    ]),
  );
}
