import type { Permalinks } from '../../schemas/permalinks.ts';

/** Retired ids of a document with the ids that their texts went to. */
export type Retired = Readonly<Record<string, readonly string[]>>;

/** The retired ids of the documents that have any. */
export function listRetired(permalinks: Permalinks): Record<string, Retired> {
  return Object.fromEntries(
    Object.entries(permalinks).flatMap(([slug, ids]) => {
      const retired = Object.entries(ids).flatMap(([id, { movedTo }]) =>
        movedTo ? [[id, movedTo] as const] : [],
      );
      return retired.length > 0 ? [[slug, Object.fromEntries(retired)]] : [];
    }),
  );
}
