import type { DocumentChanges, Edition, EditionsData } from '../../schemas/editions.ts';

/**
 * What each edition changed, as `/data/editions.json` has it: the newest first.
 * @param editions in the order of their dates, at least one
 */
export function toEditionsData(editions: readonly Edition[]): EditionsData {
  const changed = editions.map(({ edition, documents, retired }, index) => {
    const before = editions[index - 1]?.documents ?? {};
    return {
      edition,
      documents: Object.fromEntries(
        Object.entries(documents).flatMap(([slug, ids]) => {
          const changes = compare(before[slug], ids, (id) => retired[slug]?.[id] ?? []);
          return changes ? [[slug, changes]] : [];
        }),
      ),
    };
  });
  return { newest: editions.at(-1)?.edition ?? '', editions: changed.reverse() };
}

function compare(
  before: Readonly<Record<string, string>> | undefined,
  ids: Readonly<Record<string, string>>,
  movedTo: (id: string) => readonly string[],
): DocumentChanges | undefined {
  const count = Object.keys(ids).length;
  if (!before) return { ids: count, isNew: true, added: [], retired: [] };
  const added = Object.keys(ids).filter((id) => !(id in before));
  const retired = Object.keys(before)
    .filter((id) => !(id in ids))
    .map((id) => ({ id, movedTo: [...movedTo(id)] }));
  return added.length + retired.length > 0 ? { ids: count, isNew: false, added, retired } : undefined;
}
