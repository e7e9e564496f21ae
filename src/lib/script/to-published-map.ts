/** A block of text in a converted view, with what it was converted from. */
export interface ConvertedBlock {
  readonly id: string;
  readonly published: string;
  readonly shown: string;
}

/** How a page's converted text leads back to the published one, without shipping both. */
export interface PublishedMap {
  /** Pairs of a shown character and the published one that it nearly always stands for: `於于雙双`. */
  readonly pairs: string;
  /** By block: places (code points) where it stands for another: `12系40于`. */
  readonly exceptions: ReadonlyMap<string, string>;
}

/**
 * Describe the differences between shown and published text of a page, character for character.
 * `publishedText` reads them back.
 */
export function toPublishedMap(blocks: readonly ConvertedBlock[]): PublishedMap {
  const counts = new Map<string, Map<string, number>>();
  for (const { shown, published } of blocks)
    forEachPair(shown, published, (to, from) => {
      const found = counts.get(to) ?? new Map<string, number>();
      counts.set(to, found.set(from, (found.get(from) ?? 0) + 1));
    });
  const usual = new Map([...counts].map(([to, found]) => [to, mostCounted(found)]));

  const exceptions = new Map<string, string>();
  for (const { id, shown, published } of blocks) {
    let list = '';
    forEachPair(shown, published, (to, from, at) => {
      if (usual.get(to) !== from) list += `${at}${from}`;
    });
    if (list !== '') exceptions.set(id, list);
  }
  const pairs = [...usual].filter(([to, from]) => to !== from).map(([to, from]) => to + from);
  return { pairs: pairs.sort().join(''), exceptions };
}

/** The published text of a shown one, by a page's pairs and the block's exceptions. */
export function publishedText(shown: string, pairs: string, exceptions: string): string {
  const characters = Array.from(pairs);
  const usual = new Map(
    characters.flatMap((to, index) => (index % 2 === 0 ? [[to, characters[index + 1] ?? to]] : [])),
  );
  const published = Array.from(shown, (character) => usual.get(character) ?? character);
  // Digits are never converted, so the character of an exception is none.
  for (const [, at, character = ''] of exceptions.matchAll(/(\d+)(\D)/gu)) published[Number(at)] = character;
  return published.join('');
}

function forEachPair(
  shown: string,
  published: string,
  visit: (to: string, from: string, at: number) => void,
): void {
  const from = Array.from(published);
  for (const [at, to] of Array.from(shown).entries()) visit(to, from[at] ?? to, at);
}

function mostCounted(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most))[0];
}
