import { readPublished, toPublishedMap } from '../script/to-published-map.ts';
import type { ClauseRecord } from './clause.ts';

/**
 * What the published data does not say of a shard's clauses, by their places in it: `[shown, other, base]`, empty ones at
 * the end left out, clauses without any too. `shown`: the places where the catalogue's pairs do not lead from the
 * published character to the one in this script, as in `toPublishedMap`; the others as in `ClauseRecord`.
 */
export type ShardRest = Readonly<Record<string, readonly string[]>>;

/** A clause as published. */
interface Published {
  readonly id: string;
  readonly text: string;
}

/**
 * Shards without what stands in the published data, and the pairs that lead from published characters to shown ones.
 * @param published the clauses of each shard
 */
export function toRests(
  shards: readonly (readonly ClauseRecord[])[],
  published: readonly (readonly Published[])[],
): { readonly shown: string; readonly rests: readonly ShardRest[] } {
  const key = (shard: number, place: number) => `${shard} ${place}`;
  // From the other end: what is shown is looked for, what was published is known.
  const map = toPublishedMap(
    shards.flatMap((shard, index) =>
      shard.map(([, , text], place) => ({
        id: key(index, place),
        shown: published[index]?.[place]?.text ?? '',
        published: text,
      })),
    ),
  );
  const rests = shards.map((shard, index) =>
    Object.fromEntries(
      shard.flatMap(([, , , other = '', base = ''], place) => {
        const rest = [map.exceptions.get(key(index, place)) ?? '', other, base];
        while (rest.at(-1) === '') rest.pop();
        return rest.length > 0 ? [[place, rest]] : [];
      }),
    ),
  );
  return { shown: map.pairs, rests };
}

/** A reader of shards: puts together what `toRests` left out, and what it did not. */
export function createShardJoiner(shown: string) {
  const show = readPublished(shown);
  return (document: number, published: readonly Published[], rest: ShardRest): ClauseRecord[] =>
    published.map(({ id, text }, place) => {
      const [exceptions = '', other, base] = rest[place] ?? [];
      const shownText = show(text, exceptions);
      if (base) return [document, id, shownText, other, base];
      return other ? [document, id, shownText, other] : [document, id, shownText];
    });
}

/**
 * A name for the texts of a shard, by which a reader knows that published data is of the same ones (FNV-1a, 32 bits):
 * what was put together of two versions would be no one's text.
 */
export function nameTexts(published: readonly Published[]): string {
  let hash = 0x811c9dc5;
  for (const { id, text } of published)
    for (const word of [id, text])
      for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
