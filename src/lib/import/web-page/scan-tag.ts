/**
 * Tags found by going through them once. A regular expression runs out of stack on a tag of some megabytes, and out
 * of time on one that almost ends.
 */

/**
 * Where the tag that opens at `from` ends, in UTF-16 units, exclusive; undefined where the file ends inside it.
 * A quotation mark that opens a value holds everything up to its pair: `<a title=">">` is one tag.
 */
export function findTagEnd(html: string, from: number): number | undefined {
  for (let at = from + 1; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (character === '>') return at + 1;
    if (character !== '=') continue;
    const value = skip(html, at + 1, /\s/);
    const quote = html[value];
    if (quote !== '"' && quote !== "'") continue;
    at = html.indexOf(quote, value + 1);
    if (at < 0) return undefined;
  }
  return undefined;
}

/** Whether a tag opens at a place: `<` or `</`, and a letter. */
export function opensTag(html: string, at: number): boolean {
  return /^<\/?[a-z]/i.test(html.slice(at, at + 3));
}

/** Whether a text is tags, each well-formed, and nothing else: what a parser may drop without losing text. */
export function isTagsOnly(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const end = skipTag(text, at);
    if (end === undefined) return false;
    at = end;
  }
  return text !== '';
}

/** The end of a tag, a document type or a mark of character data; undefined where something else stands there. */
function skipTag(text: string, from: number): number | undefined {
  const [mark] = /^(?:<!\[CDATA\[|\]\]>)/i.exec(text.slice(from, from + 9)) ?? [];
  if (mark) return from + mark.length;
  if (/^<!doctype/i.test(text.slice(from, from + 9))) {
    const end = text.indexOf('>', from);
    return end < 0 || text.slice(from + 1, end).includes('<') ? undefined : end + 1;
  }
  if (!opensTag(text, from)) return undefined;
  let at = skip(text, from + 1, /[^\s>]/);
  for (;;) {
    at = skip(text, at, /[\s/]/);
    if (text[at] === '>') return at + 1;
    const afterName = skip(text, at, /[^\s"'>/=]/);
    if (afterName === at) return undefined;
    at = skip(text, afterName, /\s/);
    if (text[at] !== '=') continue;
    at = skip(text, at + 1, /\s/);
    const quote = text[at];
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) + 1 : skip(text, at, /[^\s"'>]/);
    if (end <= at) return undefined;
    at = end;
  }
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text[at] ?? '')) at += 1;
  return at;
}
