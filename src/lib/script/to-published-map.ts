import { codePoints } from '../text/codes.ts';

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
  // Most characters stand for themselves wherever they are: only the others need to be counted. This goes through every
  // character of a collection, by their numbers.
  const isOther = new Uint8Array(codePoints);
  const isThere = new Uint8Array(guess === itself ? 0 : codePoints);
  for (const { shown, published } of blocks) {
    if (guess !== itself)
      forEachPair(shown, shown, (to) => {
        isThere[to] = 1;
      });
    if (shown === published) continue;
    forEachPair(shown, published, (to, from) => {
      if (to !== from) isOther[to] = 1;
    });
  }
  const counts = new Map<number, Map<number, number>>();
  for (const { shown, published } of blocks)
    forEachPair(shown, published, (to, from) => {
      if (isOther[to] === 0) return;
      const found = counts.get(to) ?? new Map<number, number>();
      if (found.size === 0) counts.set(to, found);
      found.set(from, (found.get(from) ?? 0) + 1);
    });
  const usual = new Map<number, number>();
  for (let code = 0; code < isThere.length; code += 1) if (isThere[code] === 1) usual.set(code, code);
  for (const [to, found] of counts) usual.set(to, mostCounted(found));

  const exceptions = new Map<string, string>();
  for (const { id, shown, published } of blocks) {
    let list = '';
    forEachPair(shown, published, (to, from, at) => {
      if (isOther[to] === 1 && usual.get(to) !== from) list += `${at}${String.fromCodePoint(from)}`;
    });
    if (list !== '') exceptions.set(id, list);
  }
  const pairs = [...usual]
    .map(([to, from]) => [String.fromCodePoint(to), String.fromCodePoint(from)] as const)
    .filter(([to, from]) => guess(to) !== from)
    .map(([to, from]) => to + from);
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
  if (from === to) return list;
  forEachPair(from, to, (before, after, at) => {
    if (before !== after) list += `${at}${String.fromCodePoint(after)}`;
  });
  return list;
}

/** Visit two texts of the same length together: the numbers of their characters, and the place in code points. */
function forEachPair(
  shown: string,
  published: string,
  visit: (to: number, from: number, at: number) => void,
): void {
  let [there, here] = [0, 0];
  for (let at = 0; there < shown.length; at += 1) {
    const to = shown.codePointAt(there) as number;
    const from = published.codePointAt(here) ?? to;
    visit(to, from, at);
    there += to > 0xffff ? 2 : 1;
    here += from > 0xffff ? 2 : 1;
  }
}

function mostCounted(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((most, other) => (other[1] > most[1] ? other : most))[0];
}
