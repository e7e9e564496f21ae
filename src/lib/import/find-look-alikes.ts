import { positionOf, type SourceText } from '../text/source-text.ts';
import { toCodePointName } from './decode-source.ts';
import { type Doubt, type Piece, textOf } from './reading.ts';

/** Greek letters that look like Latin ones; others beside Latin letters are signs of units and formulas (μm, kΩ). */
const greekLikeLatin = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορτυχϲϳ]/u;
/** Katakana and Bopomofo that look like Han characters, with those that they look like. */
const likeHan: Readonly<Record<string, string>> = {
  ...{ ニ: '二', ロ: '口', カ: '力', エ: '工', タ: '夕', ト: '卜', ハ: '八', チ: '千', ヌ: '又' },
  ...{ ー: '一', ㄧ: '一' },
};
const like = Object.keys(likeHan).join('');
/** Radicals, strokes and compatibility ideographs, without the twelve of these that stand for nothing else. */
const hanForm =
  /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff\u{2f800}-\u{2fa1f}]/u;
const styled = /[\u{1d400}-\u{1d7ff}]/u;
const kana = '\\p{Script=Katakana}\\p{Script=Bopomofo}ー';
/** One alone: in words of their own these letters are words. */
const besideHan = new RegExp(
  `(?<=\\p{Script=Han})[${like}](?![${kana}])|(?<![${kana}])[${like}](?=\\p{Script=Han})`,
  'gu',
);
const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+/gu;
const scripts = {
  Latin: /\p{Script=Latin}/u,
  Greek: /\p{Script=Greek}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
} as const;
const fullWidth = /[\uff21-\uff3a\uff41-\uff5a]/u;
/** Only a text with one of these is looked at character by character. */
const suspect = new RegExp(
  `${hanForm.source}|${styled.source}|${fullWidth.source}|[${like}]|\\p{Script=Greek}|\\p{Script=Cyrillic}`,
  'u',
);

/** Doubts of one block that are named one by one. */
const mostNamed = 10;

/**
 * Characters of a block that a reader takes for others, which search and copies do not: letters of several scripts in one
 * word, forms of Han characters beside the characters themselves. Sources do carry them, by a slip, a font or on purpose:
 * the text stays as received, and the report names them. Words wholly in another script are words, and full-width letters
 * by themselves are how Chinese is set: neither is in doubt.
 */
export function findLookAlikes(source: SourceText, address: string, pieces: readonly Piece[]): Doubt[] {
  const text = textOf(source, pieces);
  if (!suspect.test(text)) return [];
  const characters = pieces.flatMap((piece) =>
    Array.from(textOf(source, [piece]), (character, index) => ({
      character,
      offset: piece.as === undefined ? piece.from + index : piece.from,
    })),
  );
  const found = new Map<number, string>();
  for (const [index, { character }] of characters.entries()) {
    if (hanForm.test(character) || styled.test(character)) found.set(index, describeForm(character));
  }
  const indexes = new Uint32Array(text.length);
  let unit = 0;
  for (const [index, { character }] of characters.entries()) {
    indexes[unit] = index;
    unit += character.length;
  }
  const indexAt = (at: number) => indexes[at] ?? 0;
  for (const match of text.matchAll(besideHan))
    found.set(
      indexAt(match.index),
      `${match[0]} (${toCodePointName(match[0])}) looks like ${likeHan[match[0]]} and is another character`,
    );
  for (const match of text.matchAll(word)) {
    const first = indexAt(match.index);
    for (const [index, reason] of findMixed(Array.from(match[0]))) found.set(first + index, reason);
  }
  const lineOf = (index: number) => positionOf(source, characters[index]?.offset ?? 0).line;
  const all = [...found].sort(([a], [b]) => a - b);
  const doubts = all.slice(0, mostNamed).map(([index, reason]): Doubt => {
    const around = characters.slice(Math.max(0, index - 6), index + 3).map(({ character }) => character);
    return { line: lineOf(index), message: `…${around.join('').replace(/\s/gu, ' ')}…  ${reason}` };
  });
  const [next] = all.slice(mostNamed);
  if (!next) return doubts;
  const more = `${all.length - mostNamed} more such characters in ${address}`;
  return [...doubts, { line: lineOf(next[0]), message: more }];
}

function describeForm(character: string): string {
  const name = toCodePointName(character);
  const usual = character.normalize('NFKC');
  return usual === character
    ? `${character} (${name}) is a radical or a stroke, and no character`
    : `${character} (${name}) is another form of ${usual} (${toCodePointName(usual)})`;
}

/** The letters of a word that are not of the script, or the width, of most of its letters: by index, each with what it is. */
function findMixed(letters: readonly string[]): [index: number, reason: string][] {
  const counts = Object.entries(scripts)
    .map(([script, pattern]) => ({ script, pattern, count: letters.filter((c) => pattern.test(c)).length }))
    .sort((a, b) => b.count - a.count);
  const [most] = counts;
  if (!most) return [];
  const isUnit = counts.every(({ script, count }) => count === 0 || script === 'Latin' || script === 'Greek');
  const greek = letters.find((letter) => scripts.Greek.test(letter)) ?? '';
  const of = (letter: string) => counts.find(({ pattern }) => pattern.test(letter));
  const others = letters.flatMap((letter, index): [number, string][] => {
    const own = of(letter);
    if (!own || own === most) return [];
    if (isUnit && !greekLikeLatin.test(own.script === 'Greek' ? letter : greek)) return [];
    return [
      [index, `${letter} (${toCodePointName(letter)}) is ${own.script} in a word of ${most.script} letters`],
    ];
  });
  if (others.length > 0) return others;
  const wide = letters.filter((letter) => fullWidth.test(letter)).length;
  if (wide === 0 || wide === letters.filter((letter) => /\p{L}/u.test(letter)).length) return [];
  return letters.flatMap((letter, index): [number, string][] =>
    fullWidth.test(letter)
      ? [[index, `${letter} (${toCodePointName(letter)}) is full-width in a word of letters that are not`]]
      : [],
  );
}
