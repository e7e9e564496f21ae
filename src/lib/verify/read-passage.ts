import { isLetter } from './row.ts';

/** A sentence of a pasted passage, or several that an ellipsis joins: parts in their order. */
export interface Unit {
  /** As pasted. */
  readonly text: string;
  /** What stands between ellipses; one where there is none. */
  readonly parts: readonly string[];
  /** Whether a mark ends it. Lines that no mark ends may be one sentence that a column wrapped. */
  readonly isEnded: boolean;
}

/** Signs for what a quotation leaves out, in brackets of any kind or none; in brackets, the word for it, too. */
const ellipsis =
  /[[［(（〔【]\s?(?:略|(?:…|⋯|‥|\.{3,}|。{3,}|·{3,})+)\s?[\]］)）〕】]|(?:…|⋯|‥|\.{3,}|。{3,}|·{3,}|(?:\. ){2,}\.)+/u;
/** A sentence with its mark, and whatever closes after it. */
const sentence = /[^。！？!?]*(?:[。！？!?]+[”’」』）)\]］】》〉"]*|$)/gu;
const ending = /[。！？!?][”’」』）)\]］】》〉"]*$/u;
/** Marks of notes, as they are copied along: `[1]`, `¹`. */
const noteMark = /\[\d{1,3}\]|[¹²³⁰⁴-⁹]+/gu;
/** A text without marks is divided at commas into pieces of so many characters: nobody reads a longer sentence. */
const longest = 500;

/** A quotation of more parts is none. */
const mostParts = 12;

/**
 * The sentences of a passage. A line ends one; an ellipsis joins what stands before and after it in a line, since a
 * quotation leaves out words inside a sentence as well as whole sentences.
 */
export function readPassage(passage: string): Unit[] {
  return passage.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap((line) => {
    const joined: string[] = [];
    for (const [found] of line.replace(noteMark, '').trim().matchAll(sentence)) {
      if (found === '') continue;
      const last = joined.at(-1);
      if (last !== undefined && (endsInEllipsis(last) || startsWithEllipsis(found)))
        joined[joined.length - 1] = last + found;
      else joined.push(found);
    }
    return joined
      .flatMap(divideLong)
      .map((text) => text.trim())
      .filter((text) => hasLetter(text))
      .map(toUnit);
  });
}

/** A passage’s units that a line break may have parted, as one. */
export function joinUnits(units: readonly Unit[]): Unit {
  return toUnit(units.map(({ text }) => text).join(''));
}

function toUnit(text: string): Unit {
  const parts = text
    .split(new RegExp(ellipsis, 'gu'))
    .map((part) => part.trim())
    .filter(hasLetter);
  return { text, parts: parts.length > mostParts ? [text] : parts, isEnded: ending.test(text) };
}

function divideLong(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const at = rest.slice(0, longest).search(/[，；、,;][^，；、,;]*$/u);
    const end = at > 0 ? at + 1 : longest;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

const hasLetter = (text: string) => Array.from(text).some(isLetter);

function endsInEllipsis(text: string): boolean {
  return new RegExp(`(?:${ellipsis.source})[。！？!?”’」』）)"]*$`, 'u').test(text.trimEnd());
}

function startsWithEllipsis(text: string): boolean {
  return new RegExp(`^(?:${ellipsis.source})`, 'u').test(text.trimStart());
}
