/** One line of a source, without its line end. Offsets are code points of the whole file, end-exclusive. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** A source as decoded: its characters (one code point each), and its lines. */
export interface SourceText {
  readonly id: string;
  /** The path that messages name. */
  readonly file: string;
  readonly text: string;
  readonly characters: readonly string[];
  readonly lines: readonly SourceLine[];
}

/** A place that a message can name; line and column are 1-based, the column counts code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Split a decoded source into characters and lines (LF, CRLF or CR; a final line end opens no new line). */
export function toSourceText(id: string, file: string, text: string): SourceText {
  const characters = Array.from(text);
  const lines: SourceLine[] = [];
  let from = 0;
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at];
    if (character !== '\n' && character !== '\r') continue;
    lines.push({ number: lines.length + 1, from, to: at });
    if (character === '\r' && characters[at + 1] === '\n') at += 1;
    from = at + 1;
  }
  if (from < characters.length) lines.push({ number: lines.length + 1, from, to: characters.length });
  return { id, file, text, characters, lines };
}

/** The characters from `from` to `to` (code points, end-exclusive) as one string. */
export function sliceSource({ text, characters }: SourceText, from: number, to: number): string {
  // Nearly all sources have no character of two UTF-16 units.
  if (text.length === characters.length) return text.slice(from, to);
  return characters.slice(from, to).join('');
}

/** The line and column of an offset; an offset in a line end belongs to the line it ends. */
export function positionOf(source: SourceText, offset: number): Position {
  let low = 0;
  let high = source.lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lines[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = source.lines[low];
  return line ? { line: line.number, column: offset - line.from + 1 } : { line: 1, column: 1 };
}

/** The line and column of a UTF-16 unit of a text whose lines end with LF. */
export function positionAt(text: string, unit: number): Position {
  const before = text.slice(0, unit).split('\n');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
}
