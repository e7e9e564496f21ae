import type { LeftOut } from '../reading.ts';
import { lineWidth } from './line-width.ts';
import type { TextLine } from './text-lines.ts';

/** （下转第7版）, （上接第1版）, （上接A1版）: the page's, not the text's; it proves that text is missing here. */
const words = '[（(]\\s*(?:下\\s*转|上\\s*接|下\\s*轉)\\s*(?:第\\s*)?(?:[\\p{L}\\p{N}]\\s*){1,6}版\\s*[）)]';
const atEnd = new RegExp(`${words}$`, 'u');
const anywhere = new RegExp(words, 'u');

/** Whether a text holds a jump mark, wherever it stands. */
export function hasJumpMark(text: string): boolean {
  return anywhere.test(text);
}

/** Take jump marks off the ends of lines. Returns the lines without them and what was taken. */
export function takeJumpMarks(lines: readonly TextLine[]) {
  const leftOut: LeftOut[] = [];
  const kept = lines.flatMap((line) => {
    const mark = atEnd.exec(line.text)?.[0];
    if (mark === undefined) return line;
    const before = line.text.slice(0, -mark.length);
    const text = before.trimEnd();
    const end = line.piece.to - Array.from(mark).length;
    const start = end - Array.from(before.slice(text.length)).length;
    if (end > start) leftOut.push({ from: start, to: end, reason: 'edge-space' });
    leftOut.push({ from: end, to: line.piece.to, reason: 'jump-mark' });
    if (text === '') {
      // The mark has the line to itself, and takes its line end along.
      leftOut.push({ ...line.lineEnd, reason: 'line-end' });
      if (line.blank) leftOut.push({ ...line.blank, reason: 'blank-line' });
      return [];
    }
    return { ...line, text, width: lineWidth(text), piece: { from: line.piece.from, to: start } };
  });
  return { lines: kept, leftOut };
}
