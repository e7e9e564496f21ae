import { hashWords, type Mark, type Point } from '../../lib/cite/mark.ts';
import { toOneLine } from '../../lib/text/to-one-line.ts';
import { selectedPart } from '../copy-selection.ts';
import { publishedOf } from '../published-text.ts';
import { type CitableBlock, listCitableBlocks } from '../reading/citable-blocks.ts';
import { rangeOf } from '../text-ranges.ts';

/** A part of a block that a mark covers, in code points, end-exclusive. */
interface Part {
  readonly block: CitableBlock;
  readonly from: number;
  readonly to: number;
}

/** The parts of blocks that a mark covers; undefined where one of its ids is not in the page. */
export function partsOf({ from, to }: Mark): Part[] | undefined {
  const blocks = listCitableBlocks();
  const indexOf = (point: Point) => blocks.findIndex(({ id }) => id === point.id);
  const [first = -1, last = -1] = [indexOf(from), indexOf(to)].sort((a, b) => a - b);
  if (first < 0) return undefined;
  return blocks.slice(first, last + 1).map((block, index) => {
    const length = Array.from(publishedOf(block)).length;
    return {
      block,
      from: index === 0 ? (from.at ?? 0) : 0,
      to: index === last - first ? (to.at ?? length) : length,
    };
  });
}

/** The published words that parts of blocks hold, a line a block. */
export function wordsOf(parts: readonly Part[]): string {
  return parts
    .map(({ block, from, to }) => Array.from(publishedOf(block)).slice(from, to).join(''))
    .join('\n');
}

/** The hash of the words that parts of blocks hold; a line break as printed counts as a space, as in a search. */
export function hashOf(parts: readonly Part[]): string {
  return hashWords(parts.map((part) => toOneLine(wordsOf([part]))).join('\n'));
}

/** The ranges of the page that parts of blocks stand in. */
export function rangesOf(parts: readonly Part[]): Range[] {
  return parts.flatMap(({ block, from, to }) => rangeOf(block.text, { from, to }) ?? []);
}

/** What the reader has selected of the document, as a mark; whole blocks where whole blocks are selected. */
export function markOfSelection(): Mark | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const parts = listCitableBlocks().flatMap((block): Part[] => {
    if (!range.intersectsNode(block.text)) return [];
    const { from, to } = trim(publishedOf(block), selectedPart(block.text, range));
    return to > from ? [{ block, from, to }] : [];
  });
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const isWhole = first.from === 0 && last.to === Array.from(publishedOf(last.block)).length;
  const point = (part: Part, at: number): Point =>
    isWhole ? { id: part.block.id } : { id: part.block.id, at };
  return {
    from: point(first, first.from),
    to: point(last, last.to),
    ...(!isWhole && { hash: hashOf(parts) }),
  };
}

/** A stretch of a text without the spaces at its ends. */
function trim(text: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const characters = Array.from(text);
  let [start, end] = [from, to];
  const isSpace = (at: number) => /\s/u.test(characters[at] ?? '');
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return { from: start, to: end };
}
