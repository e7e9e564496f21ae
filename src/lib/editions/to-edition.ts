import type { Edition } from '../../schemas/editions.ts';
import type { Permalinks } from '../../schemas/permalinks.ts';

/** What an edition publishes: every id that is in use, from the register. */
export function toEdition(permalinks: Permalinks, edition: string, previous: string | null): Edition {
  return {
    edition,
    previous,
    documents: Object.fromEntries(
      Object.entries(permalinks).map(([slug, ids]) => [
        slug,
        Object.fromEntries(
          Object.entries(ids).flatMap(([id, { sha256, movedTo }]) => (movedTo ? [] : [[id, sha256]])),
        ),
      ]),
    ),
  };
}
