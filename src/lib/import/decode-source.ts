import { type SourceText, toSourceText } from '../text/source-text.ts';
import { ImportError, nameFirst, problemAt, throwIfAny } from './problem.ts';

/**
 * Characters that a reader cannot see and that change how a text is read, compared or shown, as ranges of code
 * points. Variation selectors are not among them: they choose the form of a Han character.
 */
const forbidden: readonly (readonly [first: number, last: number])[] = [
  [0x0000, 0x0008], // controls other than tab and line ends
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // bidi
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f], // zero width, bidi
  [0x2028, 0x202e], // line and paragraph separator, bidi
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff], // halves of a character, which only an escape can write
  [0xe000, 0xf8ff], // private use
  [0xfdd0, 0xfdef], // noncharacters
  [0xfeff, 0xfeff], // byte order mark
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffd, 0xfffd], // replacement: what was here is lost
  [0x1bca0, 0x1bca3], // controls of shorthand and of musical notation
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe00ff], // tags
  [0xe01f0, 0xe0fff],
  [0xf0000, 0x10ffff], // private use
];

/** The last two code points of every plane are noncharacters. */
const planeEnds = Array.from({ length: 17 }, (_, plane) => [
  plane * 0x10000 + 0xfffe,
  plane * 0x10000 + 0xffff,
]);

const forbiddenPattern = new RegExp(
  `[${[...forbidden, ...planeEnds].map((range) => range.map((code = 0) => `\\u{${code.toString(16)}}`).join('-')).join('')}]`,
  'u',
);

/** Whether nobody can see a character, though it changes how a text is read, compared or shown. */
export function isForbidden(character: string): boolean {
  return forbiddenPattern.test(character);
}

export interface DecodeOptions {
  readonly id: string;
  readonly file: string;
  /** Code points the recipe allows all the same, as `U+200B`. */
  readonly allow?: readonly string[];
  readonly what?: Decoded;
}

/** What is decoded: a source was received, and stays as it is; a recipe is the editor's own. */
type Decoded = 'source' | 'recipe';

/**
 * Turn the bytes of a source, or of a recipe, into text, or refuse them with the place of every fault.
 * @throws ImportError `import/utf8`, `import/forbidden-character`, `import/empty-source`.
 */
export function decodeSource(bytes: Uint8Array, options: DecodeOptions): SourceText {
  const { id, file, allow = [], what = 'source' } = options;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ImportError([describeInvalidByte(bytes, file, what)]);
  }
  const source = toSourceText(id, file, text);
  if (source.characters.every((character) => /\s/.test(character)))
    throw new ImportError([
      {
        file,
        position: { line: 1, column: 1 },
        rule: 'import/empty-source',
        message: `Unexpected ${what} without text, expected characters.`,
      },
    ]);
  if (forbiddenPattern.test(text)) throwIfAny(findForbiddenCharacters(source, allow, what));
  return source;
}

function findForbiddenCharacters(source: SourceText, allow: readonly string[], what: Decoded) {
  const allowed = new Set(allow);
  const offsets = source.characters.flatMap((character, offset) =>
    forbiddenPattern.test(character) && !allowed.has(toCodePointName(character)) ? [offset] : [],
  );
  return nameFirst(offsets, (offset) =>
    problemAt(
      source,
      offset,
      'import/forbidden-character',
      describeForbidden(source.characters[offset] ?? '', allow, what) ?? '',
    ),
  );
}

/** The first character of a text that nobody can see and that is not allowed, as `U+200B`. */
export function findForbidden(text: string, allow: readonly string[] = []): string | undefined {
  if (!forbiddenPattern.test(text)) return undefined;
  return Array.from(text)
    .filter((character) => forbiddenPattern.test(character))
    .map(toCodePointName)
    .find((name) => !allow.includes(name));
}

/** What is wrong with a text that holds a character nobody can see, or undefined. */
export function describeForbidden(
  text: string,
  allow: readonly string[],
  what: Decoded = 'source',
): string | undefined {
  const name = findForbidden(text, allow);
  return name && `Unexpected ${name}, expected visible characters. ${adviseOn(name, what)}`;
}

function adviseOn(name: string, what: Decoded): string {
  if (what === 'recipe')
    return name === 'U+FEFF' ? 'Save it as UTF-8 without a byte order mark.' : 'Take it out of the recipe.';
  if (/^U\+(?:0000|FFFD|D[89A-F]..)$/.test(name))
    return 'What stood here is lost, or never was text: ask for the file again.';
  return `If the source really carries it, add it to the recipe: allow: [${name}].`;
}

/** A character as a recipe allows it: `U+200B`. */
export function toCodePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** TextDecoder does not say where it failed; whether a prefix fails is monotonic, so the place is found by halving. */
function describeInvalidByte(bytes: Uint8Array, file: string, what: Decoded) {
  const isDecodable = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1; // the whole, with its end, is known to fail
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isDecodable(middle)) good = middle;
    else bad = middle;
  }
  const isCut = bad > bytes.length;
  const offset = isCut ? bytes.length : bad - 1;
  const before = toSourceText(
    '',
    file,
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset)),
  );
  const lastLine = before.lines.at(-1);
  const endsLine = before.characters.at(-1) === '\n' || before.characters.at(-1) === '\r';
  const position =
    lastLine && !endsLine
      ? { line: lastLine.number, column: lastLine.to - lastLine.from + 1 }
      : { line: before.lines.length + 1, column: 1 };
  const found = isCut
    ? 'end of file inside a character'
    : `byte 0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')} at byte ${offset}`;
  const advice =
    what === 'recipe'
      ? 'Save it as UTF-8.'
      : 'Ask for the file again, or convert a copy and record that as its own source.';
  return {
    file,
    position,
    rule: 'import/utf8',
    message: `Unexpected ${found}, expected valid UTF-8. ${advice}`,
  };
}
