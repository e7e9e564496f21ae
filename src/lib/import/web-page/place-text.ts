import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { parseFragment } from 'parse5';
import type { Piece } from '../reading.ts';
import { findTagEnd, opensTag } from './scan-tag.ts';

const reference = /&(?:#x[0-9a-f]+|#[0-9]+|[a-z][a-z0-9]{0,31});?/iy;

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
      const end = findMarkupEnd(html, at);
      if (end !== undefined) {
        at = end;
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

/** Where a tag or comment ends that the parser dropped between the texts of a node; undefined where none opens. */
function findMarkupEnd(html: string, at: number): number | undefined {
  if (opensTag(html, at)) return findTagEnd(html, at);
  const [short] = /^(?:<!-{0,3}>|<!\[CDATA\[)/.exec(html.slice(at, at + 9)) ?? [];
  if (short) return at + short.length;
  if (html.startsWith('<!--', at)) {
    const ends = ['-->', '--!>'].flatMap((mark) => {
      const end = html.indexOf(mark, at + 4);
      return end < 0 ? [] : [end + mark.length];
    });
    return Math.min(...ends, html.length);
  }
  if (!/^<[!?/]/.test(html.slice(at, at + 2))) return undefined;
  const end = html.indexOf('>', at);
  return end < 0 ? undefined : end + 1;
}

/**
 * The character reference at `at`, where the text goes on with what it decodes to: the longest that does
 * (`&ampx` is `&` and `x`), one character, or two for a few that end in a semicolon.
 */
function readReference(html: string, at: number, expected: readonly string[]) {
  reference.lastIndex = at;
  const written = reference.exec(html)?.[0] ?? '';
  if (written.startsWith('&#')) {
    const decoded = decodeNumber(written);
    return decoded !== undefined && decoded === expected[0] ? { length: written.length, decoded } : undefined;
  }
  for (let length = written.length; length > 1; length -= 1) {
    const start = written.slice(0, length);
    const decoded = decodeNamedCharacterReference(start.replace(/^&|;$/g, ''));
    if (decoded === false) continue;
    const isPair = start.endsWith(';') && decoded === expected.join('');
    if (isPair || decoded === expected[0]) return { length, decoded };
  }
  return undefined;
}

/** Windows-1252, NUL and what is no character are read as HTML's own rules have it, by the parser itself. */
function decodeNumber(written: string): string | undefined {
  const code = /^&#x/i.test(written)
    ? Number.parseInt(written.slice(3), 16)
    : Number.parseInt(written.slice(2), 10);
  const isPlain =
    code > 0 && (code < 0x80 || code > 0x9f) && (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff;
  if (isPlain) return String.fromCodePoint(code);
  const [node] = parseFragment(`&#${Math.min(code, 0x110000)};`).childNodes;
  return node && 'value' in node ? node.value : undefined;
}
