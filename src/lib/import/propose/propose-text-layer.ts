import type { Spacing } from '../../../schemas/recipe.ts';
import type { SourceText } from '../../text/source-text.ts';
import { readStatedDate } from '../read-stated-date.ts';
import { estimateFullWidths } from '../text-layer/estimate-full-widths.ts';
import { endsSentence, isNumeralLine } from '../text-layer/find-paragraph-ends.ts';
import { hasJumpMark } from '../text-layer/take-jump-marks.ts';
import { type TextLine, toTextLines } from '../text-layer/text-lines.ts';
import { findFurnitureLines } from './find-furniture-lines.ts';
import { findStatements, quote, type StatingLine } from './find-statements.ts';
import { guessSections } from './guess-sections.ts';
import { guessJustified, guessSpacing } from './guess-spacing.ts';
import type { FoundStatement, ProposedEntry, ProposedReading } from './proposal.ts';
import { proposePins } from './propose-pins.ts';

/** A headline has no more lines, nor a signature. */
const [mostOfTitle, mostOfSignature] = [4, 6];
/** In full-width characters: a line of a name, a place or a day is no longer. */
const longestOfEnd = 24;

const byline = /^(?:本[报報刊台]|特约)?(?:记者|記者|通讯员|通訊員|作者|编译|編譯)[：:\s]?\p{Script=Han}/u;
/** A line that ends with a day, or a dispatch's opening that has its line to itself. */
const dispatchLine =
  /月.{1,3}日\s*(?:[电電讯訊]|\d{1,2}[:：]\d{2}|星期.)?[】）)]?(?:[（(](?:本[报報刊台])?(?:记者|記者|通讯员|通訊員)[^（）()]*[）)])?$/u;
const caption = /^[▲△↑←→▼]|^[（(]?[图圖][为為：:]|[摄攝]\s*[）)]?$/u;

/** Guess how the text layer of a page is to be read: one document, its parts in the order of the lines. */
export function proposeTextLayer(source: SourceText): ProposedReading & { statements: FoundStatement[] } {
  const all = toTextLines(source, 1, source.lines.length).lines;
  const furniture = findFurnitureLines(all);
  const kept = all.filter((_, index) => !furniture.has(index));
  // A page of nothing but what looks like furniture is text all the same.
  const lines = kept.length > 0 ? kept : all;
  const page = new PageOfLines(lines);

  const isUntitled = page.isUntitled();
  const title = page.takeTitle(isUntitled);
  const dateline = page.takeDateline();
  const signatures = page.takeSignatures();
  const { texts, captions } = page.splitBody();
  const body = texts.flat();
  const openings = page.listOpenings(texts);

  const spacing = guessSpacing(body);
  const justified = guessJustified(source, body);
  const stating: StatingLine[] = [
    ...[...furniture.keys()].map((index) => toStating(all[index] as TextLine, 'front matter')),
    ...[...dateline, ...body.slice(0, 2)].map((line) => toStating(line, 'dateline')),
    ...(signatures.length > 0 ? signatures.flat() : body.slice(-1)).map((line) =>
      toStating(line, 'signature'),
    ),
  ];
  const segments: ProposedEntry[] = [
    toTitle(title, isUntitled),
    ...(dateline.length > 0
      ? [
          {
            yaml: `{ part: dateline, lines: ${toRange(dateline)} }`,
            decide: 'the line of place, day or writer above the text.',
            shows: excerpt(dateline),
          },
        ]
      : []),
    ...texts.map((run, index) => ({
      ...toText(source, run, spacing, justified, openings),
      ...(index === 0 && {
        decide: `how the lines stand: spacing (single, double, unwrapped), justified; then pins where the import doubts.`,
      }),
    })),
    ...signatures.map((run) => ({
      yaml: `{ part: signature, lines: ${toRange(run)} }`,
      decide: 'the signature: who, where and when, after the text.',
      shows: excerpt(run),
    })),
    ...captions.map((run) => ({
      yaml: `{ part: caption, lines: ${toRange(run)} }`,
      decide: 'the words of a picture.',
      shows: excerpt(run),
    })),
  ];
  const sections = guessSections(body.map(({ text }) => text));
  return {
    ...(sections && { sections }),
    segments,
    openings: openings.map((line) => ({ line: line.number, shows: excerpt([line]) })),
    furniture: (lines === all ? [] : [...furniture]).map(([index, reason]) => {
      const line = all[index] as TextLine;
      return { yaml: `{ lines: ${line.number}, reason: ${quote(reason)} }`, shows: excerpt([line]) };
    }),
    gaps: body.filter(({ text }) => hasJumpMark(text)).map((line) => excerpt([line])),
    statements: findStatements(stating),
  };
}

/** Takes the parts of a page off its lines, from both ends. */
class PageOfLines {
  #lines: readonly TextLine[];
  readonly #usualGap: number;
  readonly #fullWidth: ReadonlyMap<TextLine, number>;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
    const gaps = lines
      .slice(1)
      .map((line, index) => gapBetween(lines[index], line))
      .filter(Number.isFinite);
    this.#usualGap = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
    const widths = estimateFullWidths(
      lines.map(({ width, text }) => ({ width, isWrapped: !endsSentence(text) && !isNumeralLine(text) })),
    );
    this.#fullWidth = new Map(lines.map((line, index) => [line, widths[index]?.width ?? line.width]));
  }

  /** Whether the first line is no title: it runs on into a sentence. */
  isUntitled(): boolean {
    const [first, second] = this.#lines;
    if (!first || !second || this.#lines.length < 3) return false;
    return (
      /[，。；]/u.test(first.text) &&
      !endsSentence(first.text) &&
      this.#isFull(first) &&
      gapBetween(first, second) === 0 &&
      /。/u.test(second.text)
    );
  }

  takeTitle(isUntitled: boolean): readonly TextLine[] {
    if (isUntitled) {
      const end = this.#lines.findIndex(({ text }) => endsSentence(text));
      if (end >= 0 && end < mostOfTitle) return this.#takeFirst(Math.min(end + 1, this.#lines.length - 1));
    }
    let count = 1;
    const isTitle = (line: TextLine) =>
      gapBetween(this.#lines[count - 1], line) <= this.#usualGap &&
      !/[，、。；：？！]$/u.test(line.text) &&
      !endsSentence(line.text) &&
      !isNumeralLine(line.text) &&
      !isDateline(line) &&
      !this.#isFull(line);
    // A title that a blank line sets apart may be as wide as its column.
    const apart = this.#lines.findIndex(
      (line, index) => index > 0 && gapBetween(this.#lines[index - 1], line) > this.#usualGap,
    );
    const isApart =
      apart > 0 &&
      apart <= mostOfTitle &&
      this.#lines.slice(0, apart).every(({ text }) => !endsSentence(text));
    if (isApart) {
      const other = this.#lines.slice(1, apart).findIndex(isDateline);
      count = other < 0 ? apart : other + 1;
    } else
      while (count < mostOfTitle) {
        const line = this.#lines[count];
        if (!line || !isTitle(line)) break;
        count += 1;
      }
    return this.#takeFirst(Math.min(count, Math.max(1, this.#lines.length - 1)));
  }

  takeDateline(): readonly TextLine[] {
    let count = 0;
    while (count < 2 && count < this.#lines.length - 1) {
      const line = this.#lines[count];
      if (!line || !isDateline(line)) break;
      if (count > 0 && gapBetween(this.#lines[count - 1], line) === Number.POSITIVE_INFINITY) break;
      count += 1;
    }
    return count > 0 ? this.#takeFirst(count) : [];
  }

  /** Lines after the last sentence, in groups as blank lines set them apart. */
  takeSignatures(): (readonly TextLine[])[] {
    const last = this.#lines.findLastIndex(({ text }) => endsSentence(text) || hasJumpMark(text));
    const lines = this.#lines.slice(last + 1);
    const isEnd = (line: TextLine) =>
      line.width <= longestOfEnd && !isNumeralLine(line.text) && !caption.test(line.text);
    // Lines as wide as the column go on with a text that is cut: only what is short or set apart signs it.
    const isApart = lines[0] !== undefined && gapBetween(this.#lines[last], lines[0]) > this.#usualGap;
    const isSigned = lines.every(
      (line) => isEnd(line) && (isApart || !this.#isFull(line) || statesDay(line)),
    );
    if (last < 0 || lines.length === 0 || lines.length > mostOfSignature || !isSigned) return [];
    this.#lines = this.#lines.slice(0, last + 1);
    const groups: TextLine[][] = [];
    for (const [index, line] of lines.entries())
      if (index > 0 && gapBetween(lines[index - 1], line) <= this.#usualGap) groups.at(-1)?.push(line);
      else groups.push([line]);
    return groups;
  }

  /** The running text in runs between furniture and captions, and the captions, where they cut no sentence. */
  splitBody() {
    const [texts, captions]: [TextLine[][], TextLine[][]] = [[], []];
    let before: TextLine | undefined;
    let taken: TextLine | undefined;
    for (const [index, line] of this.#lines.entries()) {
      const isCaption =
        caption.test(line.text) &&
        (!taken || endsSentence(taken.text) || hasJumpMark(taken.text)) &&
        this.#lines.length > 1;
      if (isCaption && !(texts.length === 0 && index === this.#lines.length - 1)) {
        const last = captions.at(-1)?.at(-1);
        if (!before && last && last === this.#lines[index - 1] && gapBetween(last, line) === 0)
          captions.at(-1)?.push(line);
        else captions.push([line]);
        before = undefined;
        continue;
      }
      if (before && gapBetween(before, line) < Number.POSITIVE_INFINITY) texts.at(-1)?.push(line);
      else texts.push([line]);
      [before, taken] = [line, line];
    }
    return { texts, captions };
  }

  /** Lines of the text that may be a headline: short, set apart by a blank line, after a sentence and before more. */
  listOpenings(texts: readonly (readonly TextLine[])[]): TextLine[] {
    return texts.flatMap((run) =>
      run.filter((line, index) => {
        const [before, next] = [run[index - 1], run[index + 1]];
        if (!before || !next) return false;
        return (
          gapBetween(before, line) > this.#usualGap &&
          (endsSentence(before.text) || hasJumpMark(before.text)) &&
          !/[\p{P}]$/u.test(line.text) &&
          !isNumeralLine(line.text) &&
          !isDateline(line) &&
          !this.#isFull(line)
        );
      }),
    );
  }

  #isFull(line: TextLine): boolean {
    return line.width > (this.#fullWidth.get(line) ?? 0) - 3;
  }

  #takeFirst(count: number): readonly TextLine[] {
    const taken = this.#lines.slice(0, count);
    this.#lines = this.#lines.slice(count);
    return taken;
  }
}

function toTitle(lines: readonly TextLine[], isUntitled: boolean): ProposedEntry {
  const joined = lines.slice(0, -1).map(({ number }) => number);
  const join = isUntitled && joined.length > 0 ? `, join: [${joined.join(', ')}]` : '';
  const decide = isUntitled
    ? 'the source seems to have no title, which a document needs: take its first lines, whole, for it.'
    : lines.length > 1
      ? `the title: these lines stay lines; where one runs on into the next, add join: [${lines[0]?.number}].`
      : 'the title: these lines, wherever it stands.';
  return { yaml: `{ part: title, lines: ${toRange(lines)}${join} }`, decide, shows: excerpt(lines) };
}

function toText(
  source: SourceText,
  lines: readonly TextLine[],
  spacing: Spacing,
  justified: boolean,
  openings: readonly TextLine[],
): ProposedEntry {
  const proposed = proposePins(source, lines, spacing);
  const opening = spacing === 'unwrapped' ? [] : openings.filter((line) => lines.includes(line));
  const breaks = new Set([...proposed.break, ...opening.map(({ number }) => number)]);
  // Nothing runs on into a headline, nor into a jump mark, which is none of the text.
  const isAlone = (line: TextLine | undefined) =>
    line !== undefined && (opening.includes(line) || hasJumpMark(line.text));
  const join = proposed.join.filter(
    (number) => !isAlone(lines[lines.findIndex((line) => line.number === number) + 1]),
  );
  const pins = { break: [...breaks].sort((a, b) => a - b), join };
  const more = [
    ...(justified ? ['justified: true'] : []),
    ...(pins.break.length > 0 ? [`break: [${pins.break.join(', ')}]`] : []),
    ...(pins.join.length > 0 ? [`join: [${pins.join.join(', ')}]`] : []),
  ];
  return { yaml: `{ part: text, lines: ${toRange(lines)}, ${[`spacing: ${spacing}`, ...more].join(', ')} }` };
}

function isDateline(line: TextLine): boolean {
  const isShort = line.width <= longestOfEnd && !endsSentence(line.text);
  return isShort && (byline.test(line.text) || dispatchLine.test(line.text));
}

/** Whether a line is little more than a day. */
function statesDay({ text, width }: TextLine): boolean {
  return width <= longestOfEnd && readStatedDate(text.replace(/\s/gu, '')) !== null;
}

/** How many blank lines stand between two lines; infinitely many where something else does. */
function gapBetween(before: TextLine | undefined, line: TextLine): number {
  const blank = before?.blankLines ?? 0;
  return !before || before.number + blank + 1 === line.number ? blank : Number.POSITIVE_INFINITY;
}

function toStating({ number, text }: TextLine, basis: StatingLine['basis']): StatingLine {
  return { number, text, basis };
}

function toRange(lines: readonly TextLine[]): string {
  const [first, last] = [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1];
  return first === last ? `${first}` : `${first}-${last}`;
}

function excerpt(lines: readonly TextLine[]): string {
  return lines.map(({ text }) => text).join(' / ');
}
