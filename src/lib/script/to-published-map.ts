/** A block of text in a converted view, with what it was converted from. */
export interface ConvertedBlock {
  readonly id: string;
  readonly published: string;
  readonly shown: string;
}

/** How a page's converted text leads back to the published one, without shipping both. */
export interface PublishedMap {
  /** Pairs of a shown character and the published one that it nearly always stands for, unless as guessed: `於于雙双`. */
  readonly pairs: string;
  /** By block: places (code points) where it stands for another: `12系40于`. */
  readonly exceptions: ReadonlyMap<string, string>;
}

/** The published character that one may expect for a shown one. */
export type Guess = (shown: string) => string;
const itself: Guess = (shown) => shown;

/**
 * Describe the differences between shown and published text of a page, character for character.
 * `readPublished` reads them back.
 * @param guess what need not be said; a reader has to guess the same
 */
export function toPublishedMap(blocks: readonly ConvertedBlock[], guess = itself): PublishedMap {
  // Most characters stand for themselves wherever they are: only the others need to be counted.
  const standing = new Set<string>();
  const others = new Set<string>();
  for (const { shown, published } of blocks) {
    if (guess !== itself) for (const character of shown) standing.add(character);
    if (shown === published) continue;
    forEachPair(shown, published, (to, from) => {
      if (to !== from) others.add(to);
    });
  }
  const counts = new Map<string, Map<string, number>>();
  const visitOthers = (
    { shown, published }: ConvertedBlock,
    visit: (to: string, from: string, at: number) => void,
  ) => {
    if (others.size > 0)
      forEachPair(shown, published, (to, from, at) => {
        if (others.has(to)) visit(to, from, at);
      });
  };
  for (const block of blocks)
    visitOthers(block, (to, from) => {
      const found = counts.get(to) ?? new Map<string, number>();
      counts.set(to, found.set(from, (found.get(from) ?? 0) + 1));
    });
  const usual = new Map([...standing].map((character) => [character, character]));
  for (const [to, found] of counts) usual.set(to, mostCounted(found));

  const exceptions = new Map<string, string>();
  for (const block of blocks) {
    let list = '';
    visitOthers(block, (to, from, at) => {
      if (usual.get(to) !== from) list += `${at}${from}`;
    });
    if (list !== '') exceptions.set(block.id, list);
  }
  const pairs = [...usual].filter(([to, from]) => guess(to) !== from).map(([to, from]) => to + from);
  return { pairs: pairs.sort().join(''), exceptions };
}

/** A reader of the published text of shown ones, by a page's pairs; each block has exceptions of its own. */
export function readPublished(pairs: string, guess = itself): (shown: string, exceptions: string) => string {
  const characters = Array.from(pairs);
  const usual = new Map(
    characters.flatMap((to, index) => (index % 2 === 0 ? [[to, characters[index + 1] ?? to]] : [])),
  );
  return (shown, exceptions) =>
    replaceAt(
      Array.from(shown, (character) => usual.get(character) ?? guess(character)).join(''),
      exceptions,
    );
}

/** A text with other characters at some places (code points): `replaceAt('关系', '1係') // => '关係'`. */
export function replaceAt(text: string, replacements: string): string {
  if (replacements === '') return text;
  const characters = Array.from(text);
  // Digits are never converted, so the character of a replacement is none.
  for (const [, at, character = ''] of replacements.matchAll(/(\d+)(\D)/gu))
    characters[Number(at)] = character;
  return characters.join('');
}

/** What `replaceAt` needs to make one text of another of the same length. */
export function listReplacements(from: string, to: string): string {
  let list = '';
  forEachPair(from, to, (before, after, at) => {
    if (before !== after) list += `${at}${after}`;
  });
  return list;
}

function forEachPair(
  shown: string,
  published: string,
  visit: (to: string, from: string, at: number) => void,
): void {
  if (shown.length === published.length && isPlain(shown) && isPlain(published)) {
    for (let at = 0; at < shown.length; at += 1) visit(shown.charAt(at), published.charAt(at), at);
    return;
  }
  const from = published[Symbol.iterator]();
  let at = 0;
  for (const to of shown) {
    visit(to, from.next().value ?? to, at);
    at += 1;
  }
}

/** Whether every character of a text is one unit: most texts, and much faster gone through. */
function isPlain(text: string): boolean {
  return !/[\uD800-\uDFFF]/.test(text);
}

function mostCounted(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most))[0];
}
