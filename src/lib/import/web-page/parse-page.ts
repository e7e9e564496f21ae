import type { Element, Root, RootContent, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { type SourceText, sliceSource } from '../../text/source-text.ts';
import { ImportError, problemAt, throwIfAny } from '../problem.ts';
import type { LeftOut, Piece } from '../reading.ts';
import { checkHtml } from './check-html.ts';

/** A text of the page: its characters one by one, each with where it stands in the source. */
export interface PageText {
  readonly node: Text;
  /** Pieces of one character each; `as` where the source writes it otherwise. */
  readonly characters: readonly Piece[];
  /** Inside <script>, <style> and the like, which show as nothing. */
  readonly isScript: boolean;
}

export interface Page {
  readonly root: Root;
  readonly texts: readonly PageText[];
  /** `<br>` elements, by element, so that a kept line break has its place. */
  readonly breaks: ReadonlyMap<Element, Piece>;
  /** Tags, attributes and comments: everything that is no text. */
  readonly markup: readonly LeftOut[];
}

const scriptElements = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'noembed', 'noframes']);

/**
 * Parse a web page and place every character of it. Text offsets are what counts, never element ranges:
 * misnested elements end elsewhere than they are closed.
 * @throws ImportError `import/html-cut`, `import/html-depth`, `import/html-order`.
 */
export function parsePage(source: SourceText): Page {
  throwIfAny(checkHtml(source));
  const html = source.characters.join('');
  const toCodePoint = toCodePointOffsets(source);
  const root = unified().use(rehypeParse, { fragment: true }).parse(html);

  const texts: PageText[] = [];
  const breaks = new Map<Element, Piece>();
  const visit = (nodes: readonly RootContent[], isScript: boolean): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        const from = toCodePoint(node.position?.start.offset);
        const to = toCodePoint(node.position?.end.offset);
        texts.push({ node, isScript, characters: placeCharacters(source, node.value, from, to) });
      } else if (node.type === 'element') {
        if (node.tagName === 'br' && node.position)
          breaks.set(node, {
            from: toCodePoint(node.position.start.offset),
            to: toCodePoint(node.position.end.offset),
            as: '\n',
          });
        const inside = isScript || scriptElements.has(node.tagName);
        visit(node.children, inside);
        if (node.content) visit(node.content.children, inside);
      }
    }
  };
  visit(root.children, false);
  return { root, texts, breaks, markup: findMarkup(source, texts) };
}

/**
 * Find each character of a text node in the source between `from` and `to`. The source may write it as a
 * reference, may have CRLF for LF, and may have tags in between that the parser dropped (a stray `</i>`).
 */
function placeCharacters(source: SourceText, value: string, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  const characters = Array.from(value);
  let at = from;
  for (let index = 0; index < characters.length; ) {
    const character = characters[index] ?? '';
    while (at < to && source.characters[at] === '<' && character !== '<') at = skipTag(source, at);
    const raw = source.characters[at];
    const reference = raw === '&' ? readReference(source, at, characters.slice(index, index + 2)) : undefined;
    if (reference) {
      pieces.push({ from: at, to: at + reference.length, as: reference.decoded });
      at += reference.length;
      index += Array.from(reference.decoded).length;
    } else if (raw === character) {
      pieces.push({ from: at, to: at + 1 });
      at += 1;
      index += 1;
    } else if (character === '\n' && raw === '\r') {
      const end = source.characters[at + 1] === '\n' ? at + 2 : at + 1;
      pieces.push({ from: at, to: end, as: '\n' });
      at = end;
      index += 1;
    } else
      throw new ImportError([
        problemAt(
          source,
          at,
          'import/html-order',
          `Unexpected ${JSON.stringify(raw ?? 'end of file')}, expected ${JSON.stringify(character)}: the page's text is not in the order of its source (text misplaced in a table?). Ask for a clean copy.`,
        ),
      ]);
  }
  return pieces;
}

/**
 * The character reference at `at`, where the text goes on with what it decodes to: the longest that does
 * (`&ampx` is `&` and `x`), one or two characters.
 */
function readReference(source: SourceText, at: number, expected: readonly string[]) {
  const written =
    /^&(?:#x[0-9a-f]+|#[0-9]+|[a-z][a-z0-9]*);?/i.exec(sliceSource(source, at, at + 40))?.[0] ?? '';
  for (let length = written.length; length > 1; length -= 1) {
    const start = written.slice(0, length);
    const node = unified().use(rehypeParse, { fragment: true }).parse(start).children[0];
    if (node?.type !== 'text' || node.value === start) continue;
    if (node.value === expected.join('') || node.value === expected[0])
      return { length, decoded: node.value };
  }
  return undefined;
}

/** Where the tag or comment at `at` ends. */
function skipTag(source: SourceText, at: number): number {
  const rest = sliceSource(source, at, source.characters.length);
  const tag = /^(?:<!--[\s\S]*?-->|<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)/u.exec(rest)?.[0] ?? '<';
  return at + Array.from(tag).length;
}

/** The complement of the text: comments, and tags with their attributes apart. */
function findMarkup(source: SourceText, texts: readonly PageText[]): LeftOut[] {
  const isText = new Uint8Array(source.characters.length);
  for (const { characters } of texts) for (const { from, to } of characters) isText.fill(1, from, to);
  const markup: LeftOut[] = [];
  let at = 0;
  while (at < isText.length) {
    if (isText[at]) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < isText.length && !isText[end]) end += 1;
    markup.push(...nameMarkup(sliceSource(source, at, end), at));
    at = end;
  }
  return markup;
}

const markupToken =
  /(?<comment><!--[\s\S]*?-->|<[!?][^>]*>)|(?<open><\/?[^\s/>]*)(?<attribute>(?:"[^"]*"|'[^']*'|[^>"'])*?)(?<close>\s*\/?>)|(?<other>[\s\S])/gu;

function nameMarkup(text: string, offset: number): LeftOut[] {
  const markup: LeftOut[] = [];
  let at = offset;
  for (const { groups = {} } of text.matchAll(markupToken)) {
    for (const [name, part] of Object.entries(groups)) {
      if (!part) continue;
      const to = at + Array.from(part).length;
      const reason = name === 'comment' || name === 'attribute' ? name : 'markup';
      markup.push({ from: at, to, reason });
      at = to;
    }
  }
  return markup;
}

/** From offsets in UTF-16 units, as the parser counts, to code points. */
function toCodePointOffsets(source: SourceText): (offset: number | undefined) => number {
  const offsets = new Map<number, number>();
  let units = 0;
  for (const [index, character] of source.characters.entries()) {
    offsets.set(units, index);
    units += character.length;
  }
  offsets.set(units, source.characters.length);
  return (offset) => {
    const found = offset === undefined ? undefined : offsets.get(offset);
    if (found === undefined) throw new Error(`The HTML parser named no place for a text (${offset}).`);
    return found;
  };
}
