import { type SourceText, sliceSource } from '../../text/source-text.ts';
import type { LeftOut, Piece } from '../reading.ts';
import { lineWidth } from './line-width.ts';

/** A line of a segment that has text. Offsets are code points of the source. */
export interface TextLine {
  readonly number: number;
  /** The text without the spaces at its ends. */
  readonly piece: Piece;
  readonly text: string;
  readonly width: number;
  /** From the end of the line's text to the start of the next line: its line end. */
  readonly lineEnd: Piece;
  /** The blank lines that follow, up to the next line with text or the end of the segment. */
  readonly blank?: Piece;
  /** How many they are. */
  readonly blankLines: number;
}

/** The lines with text from `first` to `last`, and the spaces at their edges, which are layout. */
export function toTextLines(source: SourceText, first: number, last: number) {
  const lines: (TextLine & { blank?: Piece; blankLines: number })[] = [];
  const leftOut: LeftOut[] = [];
  for (const line of source.lines.slice(first - 1, last)) {
    const whole = sliceSource(source, line.from, line.to);
    const next = source.lines[line.number]?.from ?? source.characters.length;
    if (whole.trim() === '') {
      const last = lines.at(-1);
      if (last) {
        last.blank = { from: last.blank?.from ?? line.from, to: next };
        last.blankLines += 1;
      } else leftOut.push({ from: line.from, to: next, reason: 'blank-line' });
      continue;
    }
    const from = line.from + Array.from(whole).length - Array.from(whole.trimStart()).length;
    const to = line.from + Array.from(whole.trimEnd()).length;
    if (from > line.from) leftOut.push({ from: line.from, to: from, reason: 'edge-space' });
    if (line.to > to) leftOut.push({ from: to, to: line.to, reason: 'edge-space' });
    const text = sliceSource(source, from, to);
    lines.push({
      number: line.number,
      piece: { from, to },
      text,
      width: lineWidth(text),
      lineEnd: { from: line.to, to: next },
      blankLines: 0,
    });
  }
  return { lines, leftOut };
}
