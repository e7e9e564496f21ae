import type { Spacing } from '../../../schemas/recipe.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type Doubt, type LeftOut, type Piece, type SourceBlock, textOf } from '../reading.ts';
import { isNumeralLine } from './find-paragraph-ends.ts';
import { splitJustificationSpaces } from './split-justification-spaces.ts';
import type { TextLine } from './text-lines.ts';

export interface JoinOptions {
  readonly segment: number;
  readonly spacing: Spacing;
  readonly justified: boolean;
}

/** Join the lines of running text into paragraphs, given with which lines a paragraph ends. */
export function joinRunningText(
  source: SourceText,
  lines: readonly TextLine[],
  ends: readonly boolean[],
  { segment, spacing, justified }: JoinOptions,
) {
  const blocks: SourceBlock[] = [];
  const leftOut: LeftOut[] = [];
  const doubts: Doubt[] = [];
  // Where every line is followed by a blank one, a blank line says nothing.
  const blankInside = spacing === 'single' ? 'column-break' : 'blank-line';
  let pieces: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    const split = justified
      ? splitJustificationSpaces(source, line.piece)
      : { pieces: [line.piece], leftOut: [] };
    for (const piece of split.pieces) pieces.push(piece);
    for (const space of split.leftOut) leftOut.push(space);
    const next = lines[index + 1];
    if (ends[index] || !next) {
      leftOut.push(...toLeftOut(line, 'line-end', 'blank-line'));
      blocks.push({ part: isNumeralLine(textOf(source, pieces)) ? 'heading' : 'paragraph', pieces, segment });
      pieces = [];
    } else if (isBetweenWords(line.text, next.text)) {
      pieces.push({ ...line.lineEnd, as: ' ' });
      leftOut.push(...toBlank(line, blankInside));
      doubts.push({
        line: line.number,
        message: `…${line.text.slice(-8)}|${next.text.slice(0, 8)}…  a space between two words, unless the column cut one`,
      });
    } else {
      leftOut.push(...toLeftOut(line, 'line-wrap', blankInside));
    }
  }
  return { blocks, leftOut, doubts };
}

/**
 * Join the lines of a title, signature, dateline or caption: one block, its lines kept as lines,
 * but for those that the recipe's `join` says the next line continues.
 */
export function joinDisplayLines(
  source: SourceText,
  lines: readonly TextLine[],
  part: Exclude<SourceBlock['part'], 'heading' | 'paragraph'>,
  options: { readonly segment: number; readonly join: readonly number[] },
) {
  const pieces: Piece[] = [];
  const leftOut: LeftOut[] = [];
  const joined = new Set(options.join);
  for (const [index, line] of lines.entries()) {
    pieces.push(line.piece);
    const isLast = index === lines.length - 1;
    if (isLast || joined.has(line.number)) {
      leftOut.push(...toLeftOut(line, isLast ? 'line-end' : 'line-wrap', 'blank-line'));
    } else {
      const isPlain =
        line.lineEnd.to - line.lineEnd.from === 1 && source.characters[line.lineEnd.from] === '\n';
      pieces.push(isPlain ? line.lineEnd : { ...line.lineEnd, as: '\n' });
      leftOut.push(...toBlank(line, 'blank-line'));
    }
  }
  return { blocks: pieces.length > 0 ? [{ part, pieces, segment: options.segment }] : [], leftOut };
}

function toLeftOut(line: TextLine, end: 'line-end' | 'line-wrap', blank: 'blank-line' | 'column-break') {
  const { from, to } = line.lineEnd;
  return [...(to > from ? [{ from, to, reason: end }] : []), ...toBlank(line, blank)];
}

function toBlank(line: TextLine, reason: 'blank-line' | 'column-break'): LeftOut[] {
  return line.blank ? [{ ...line.blank, reason }] : [];
}

/** A wrap between two Latin words stands for a space; between Han characters, or digits, for nothing. */
function isBetweenWords(before: string, after: string): boolean {
  return (
    /[\p{Script=Latin}\p{Script=Cyrillic},.;:!?)]$/u.test(before) &&
    /^[\p{Script=Latin}\p{Script=Cyrillic}(]/u.test(after)
  );
}
