import type { FoundTitle, TitleFinder } from './find-titles.ts';

// How a citation is written around the title it names, in any of the formats of `src/lib/cite` or by hand.

const address = String.raw`(?:https?:\/\/|\/han[st]\/)[^\s，。；、）)]*`;
const numbers = String.raw`[\d.]*\d(?:[—–-][\d.]*\d)?`;
const place = String.raw`第${numbers}段(?:—[^，。,\s]{1,6})?|par(?:a?s?)?\. ${numbers}|(?:title|dateline|(?:signature|caption) \d)(?: to (?:para?\. [\d.]*\d|(?:signature|caption) \d))?`;
const day = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, (?:\d{4}|year not stated)|\d{1,2} [A-Z][a-z]{2,4}\.? \d{4}|n\.d\.|accessed \d{4}-\d{2}-\d{2}|\[(?:\d{4}-\d{2}-\d{2}|引用日期)\]`;
/** A citation as far as its edition, after the title: nothing in it ends a sentence in Chinese. */
const toEdition = /^[^。！？]{0,300}?\d{4}-\d{2}-\d{2}版/u;
/** The beginning of one that names no edition: the sign of GB\/T for what is online, or a place right after the title. */
const toSign = new RegExp(
  String.raw`^[^《]{0,4}\[EB\/OL\]|^》\s*(?:[（(][^（()）]{0,40}[)）])?\s*(?:${place})`,
  'u',
);
/** One thing more that a citation says: after marks, after what MLA calls the kind, or in brackets with its authors. */
const oneMore = new RegExp(
  String.raw`^(?:[\d\-:：.,，()（）[\]\s"”》]*|[）)], [^“”。]{1,80}?, |[.)）\s]*[（(][^（()）。]{0,200}?[,，] ?)(?:${address}|${place}|${day}|\d{4}-\d{2}-\d{2}版|[^\s，。,.（()）“”[\]]{1,20}(?=\[(?:\d|引)))`,
  'u',
);
/** The kind of the text in MLA, where nothing comes after it. */
const kindAtEnd = /^[）)], [^“”。\s]{1,80}\.(?=\s|$)/u;
/** What APA has between the authors and the title. */
const dateBefore = /\s*[（(][^（()）]{0,60}(?:\d{4}|n\.d\.|year not stated)[^（()）]{0,20}[)）]\.\s*$/u;
/** A citation in a line that names the title of a document. */
export interface Span {
  readonly slug: string;
  readonly text: string;
  /** What it says after the title. */
  readonly afterTitle: string;
}

/**
 * Take the citations out of a line: each from what stands before its title, its authors, to the last that it says.
 * @returns them in their order, and the line with a space in the place of each
 */
export function takeSpans(line: string, { find, isTitle }: TitleFinder): { spans: Span[]; rest: string } {
  const spans: Span[] = [];
  let rest = line;
  let end = line.length;
  // What is quoted may name other documents: the last title before what only a citation has is the citation’s.
  for (const title of find(line).reverse()) {
    // A title within a citation that is taken is no other one.
    if (title.to > end) continue;
    const length = lengthOf(rest.slice(title.to));
    if (length === 0) continue;
    const to = title.to + length;
    const begins = startOf(rest, title, isTitle);
    const before = rest.slice(0, begins);
    // Brackets around the whole go with it.
    const isBracketed = /[（(]\s*$/u.test(before) && /[)）]/u.test(rest.slice(to - 3, to));
    const from = isBracketed ? before.search(/[（(]\s*$/u) : begins;
    spans.unshift({ slug: title.slug, text: rest.slice(from, to), afterTitle: rest.slice(title.to, to) });
    rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
    end = from;
  }
  return { spans, rest };
}

/** How far a citation goes on after its title; 0 where none does. */
function lengthOf(after: string): number {
  const [begun] = toEdition.exec(after) ?? toSign.exec(after) ?? [];
  if (begun === undefined) return 0;
  let length = begun.length;
  for (;;) {
    const [more] = oneMore.exec(after.slice(length)) ?? kindAtEnd.exec(after.slice(length)) ?? [];
    if (more === undefined) break;
    length += more.length;
  }
  return length + (/^(?:[\].)）》”"\s]|\. )*/u.exec(after.slice(length))?.[0].length ?? 0);
}

/** Where a citation begins: before its authors, who stand after a quotation, a sentence, or at the line’s beginning. */
function startOf(line: string, title: FoundTitle, isTitle: (text: string) => boolean): number {
  const before = line.slice(0, title.from);
  const dash = /——《?$/u.exec(before);
  if (dash) return dash.index;
  const opened = before.replace(/[“"《]\s*$/u, '').replace(dateBefore, '');
  const ended = /^.*[”」』。！？"（(](?=[^”」』。！？"（(]*$)/u.exec(opened);
  if (!ended || isTitle(ended[0])) return 0;
  return ended[0].length;
}
