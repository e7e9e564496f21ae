import { endsSentence } from '../text-layer/find-paragraph-ends.ts';
import { hasJumpMark } from '../text-layer/take-jump-marks.ts';
import type { TextLine } from '../text-layer/text-lines.ts';

const pageNumber = /^[\s\-–—·•第]*\d{1,4}[\s\-–—·•页頁版]*$/u;
const separator = /^[\s\-–—─━═=_*＊·•～~◆■□▲△※]{3,}$/u;
/** What heads and feet of pages name: the day of the week, the number of the page, who made it up. */
const runningHead =
  /星期[一二三四五六日天]|第\s*[A-Z]?\d{1,3}\s*版|责任编辑|責任編輯|责编|責編|本版编辑|本版編輯|版式设计/u;

/** Which lines look like furniture of a page, by index, with the reason that an editor may give. */
export function findFurnitureLines(lines: readonly TextLine[]): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  for (const { text } of lines) times.set(text, (times.get(text) ?? 0) + 1);
  const found = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    // A page that goes on from another says so above the title.
    const isAbove = hasJumpMark(line.text) && found.size === index;
    const reason = isAbove ? '上接他版的标记' : reasonOf(line, lines[index - 1], times.get(line.text) ?? 0);
    if (reason) found.set(index, reason);
  }
  return found;
}

function reasonOf({ text }: TextLine, before: TextLine | undefined, times: number): string | undefined {
  if (separator.test(text)) return '分隔线';
  // A number inside a sentence is the text's.
  const isBetween = before === undefined || endsSentence(before.text) || separator.test(before.text);
  if (pageNumber.test(text) && isBetween) return '版面的页码';
  // A page sets the parts of its head wide apart.
  const words = text.replace(/\s+/gu, ' ');
  if (words.length <= 40 && runningHead.test(text) && !endsSentence(text) && !hasJumpMark(text))
    return '版面的报头或版头';
  if (times >= 3 && !endsSentence(text) && isBetween && text.length > 1) return '版面上重复的行';
  return undefined;
}
