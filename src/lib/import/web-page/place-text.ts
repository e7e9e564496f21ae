import { parseFragment } from 'parse5';
import type { Piece } from '../reading.ts';

/** A tag or comment between the texts of a node: one that the parser dropped. */
const tag =
  /<!--[\s\S]*?(?:--!?>|$)|<!-?-?>|<!\[CDATA\[|<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>|<[!?/][^>]*>/iy;
const reference = /&(?:#x[0-9a-f]+|#[0-9]+|[a-z][a-z0-9]*);?/iy;

export type PlacedText = { readonly pieces: readonly Piece[] } | { unexpectedAt: number; expected: string };

/**
 * Find each character of a text node in the HTML between `from` and `to` (UTF-16 units). The HTML may write it as a
 * reference, may have CRLF for LF, and may have tags in between that the parser dropped (a stray `</i>`).
 */
export function placeText(html: string, value: string, from: number, to: number): PlacedText {
  const pieces: Piece[] = [];
  const characters = Array.from(value);
  const isRaw = html.slice(from, to).replace(/\r\n?/g, '\n') === value;
  let at = from;
  for (let index = 0; index < characters.length; ) {
    const character = characters[index] ?? '';
    // In raw text nothing is a tag or a reference; elsewhere `<` before a letter is always one.
    if (!isRaw && html[at] === '<' && at < to) {
      tag.lastIndex = at;
      const skipped = tag.exec(html)?.[0];
      if (skipped) {
        at += skipped.length;
        continue;
      }
    }
    if (!isRaw && html.startsWith(']]>', at) && character !== ']') {
      at += 3;
      continue;
    }
    const found =
      isRaw || html[at] !== '&' ? undefined : readReference(html, at, characters.slice(index, index + 2));
    if (found) {
      pieces.push({ from: at, to: at + found.length, as: found.decoded });
      at += found.length;
      index += Array.from(found.decoded).length;
    } else if (html.startsWith(character, at)) {
      pieces.push({ from: at, to: at + character.length });
      at += character.length;
      index += 1;
    } else if (character === '\n' && html[at] === '\r') {
      const end = html[at + 1] === '\n' ? at + 2 : at + 1;
      pieces.push({ from: at, to: end, as: '\n' });
      at = end;
      index += 1;
    } else return { unexpectedAt: at, expected: character };
  }
  return { pieces };
}

/**
 * The character reference at `at`, where the text goes on with what it decodes to: the longest that does
 * (`&ampx` is `&` and `x`), one character, or two for a few that end in a semicolon.
 */
function readReference(html: string, at: number, expected: readonly string[]) {
  reference.lastIndex = at;
  const written = reference.exec(html)?.[0] ?? '';
  for (let length = written.length; length > 1; length -= 1) {
    const start = written.slice(0, length);
    const node = parseFragment(start).childNodes[0];
    if (!node || !('value' in node) || node.value === start) continue;
    const isPair = start.endsWith(';') && node.value === expected.join('');
    if (isPair || node.value === expected[0]) return { length, decoded: node.value };
  }
  return undefined;
}
