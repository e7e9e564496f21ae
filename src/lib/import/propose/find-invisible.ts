import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isForbidden, toCodePointName } from '../decode-source.ts';

export interface Invisible {
  /** As a recipe allows it: `U+200B`. */
  readonly name: string;
  readonly count: number;
  /** Of the first, 1-based. */
  readonly line: number;
}

const reference = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]*));?/giy;

/** The characters of a text that a recipe must allow, in HTML those that are written as references too. */
export function findInvisible(text: string, { isHtml }: { readonly isHtml: boolean }): Invisible[] {
  const found = new Map<string, { count: number; line: number }>();
  let line = 1;
  let at = 0;
  for (const character of text) {
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1;
    const shown = isHtml && character === '&' ? decodeAt(text, at) : character;
    if (isForbidden(shown)) {
      const entry = found.get(toCodePointName(shown)) ?? { count: 0, line };
      found.set(toCodePointName(shown), { ...entry, count: entry.count + 1 });
    }
    at += character.length;
  }
  return [...found].map(([name, entry]) => ({ name, ...entry })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function decodeAt(text: string, at: number): string {
  reference.lastIndex = at;
  const [, hexadecimal, decimal, name] = reference.exec(text) ?? [];
  if (name) return decodeNamedCharacterReference(name) || '&';
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '&';
}
