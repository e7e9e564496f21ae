/** A sentence of a pasted passage, or several that an ellipsis joins: parts in their order. */
export interface Unit {
  /** As pasted. */
  readonly text: string;
  /** What stands between ellipses; one where there is none. */
  readonly parts: readonly string[];
}

/** Signs for what a quotation leaves out, in brackets of any kind or none. */
const ellipsis = /[[［(（〔【]?(?:…|⋯|\.{3,}|。{3,})+[\]］)）〕】]?/u;
const isLetter = /[\p{L}\p{N}]/u;
/** A sentence with its mark, and whatever closes after it. */
const sentence = /[^。！？!?\n]*(?:[。！？!?]+[”’」』）)\]］】》〉"]*|\n|$)/gu;

/**
 * The sentences of a passage. A line ends one; an ellipsis joins what stands before and after it in a line, since a
 * quotation leaves out words inside a sentence as well as whole sentences.
 */
export function readPassage(passage: string): Unit[] {
  return passage.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap((line) => {
    const joined: string[] = [];
    for (const [found] of line.matchAll(sentence)) {
      if (found === '') continue;
      const last = joined.at(-1);
      const isJoined = last !== undefined && (endsInEllipsis(last) || startsWithEllipsis(found));
      if (isJoined) joined[joined.length - 1] = last + found;
      else joined.push(found);
    }
    return joined
      .map((text) => text.trim())
      .filter((text) => isLetter.test(text))
      .map(toUnit);
  });
}

function toUnit(text: string): Unit {
  const parts = text
    .split(new RegExp(ellipsis, 'gu'))
    .map((part) => part.trim())
    .filter((part) => isLetter.test(part));
  return { text, parts };
}

function endsInEllipsis(text: string): boolean {
  return new RegExp(`(?:${ellipsis.source})[。！？!?”’」』）)"\\s]*$`, 'u').test(text);
}

function startsWithEllipsis(text: string): boolean {
  return new RegExp(`^\\s*(?:${ellipsis.source})`, 'u').test(text);
}
