import type { PartWords } from '../cite/describe-place.ts';
import type { Mark } from '../cite/mark.ts';
import { createPlaceReader } from './read-places.ts';
import { lettersOf } from './row.ts';
import { takeLinks } from './take-links.ts';

/** A document as citations name it. */
export interface Citable {
  readonly slug: string;
  /** Its title in either script, folded. */
  readonly titles: readonly string[];
  /** Its clauses, and ids that have retired. */
  readonly ids: readonly string[];
}

/** A document, or a place in it, that a text names. */
export interface Cited {
  readonly slug: string;
  /** Undefined where the whole document is named. */
  readonly mark: Mark | undefined;
  /** The edition it names. */
  readonly edition: string | undefined;
}

export interface FoundCitations {
  readonly cited: readonly Cited[];
  /** Other pages of the site that the text links to, below its root: `hans/compare/…`. */
  readonly pages: readonly string[];
  /** The text without them. */
  readonly rest: string;
  /** Whether the text is a place by itself that no document has. */
  readonly isUnknown: boolean;
}

const edition = /(\d{4}-\d{2}-\d{2})版/u;
/** Formats that are files begin like this, and go on to the end. */
const file = /^\s*(?:@\w+\{|TY {2}-|\[?\s*\{\s*"id")/mu;
/** What only a citation has, beside a title. */
const sign = /\[EB\/OL\]|\d{4}-\d{2}-\d{2}版|\bn\.d\.|\bpar(?:a?s?)?\.\s*[\d.]+/u;
/** A citation in the text that names a place: `(新华社, 2023, para. 5.3)`, `（第5.3段）`. */
const inText =
  /[（(](?:[^（()）]{0,200}[,，]\s*)?(?:par(?:a?s?)?\.\s*[\d.]*\d(?:[–-][\d.]*\d)?|第[\d.—–-]+段)\s*[)）]/gu;
/** One as a line of its own, after a reference: `(新华社, n.d.)`. */
const inTextLine = /^\s*[（(].*[)）]\s*$/u;
/** Quotation marks and what they hold. */
const quoted = /“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"/gu;
const dashed = /——《([^》]+)》/u;
/** Letters beside title and link that a citation without any other sign has at most. */
const mostBeside = 12;

/** Finds what a text cites of the collection, whichever of the site’s formats, addresses and ids it does so by. */
export function createCitationFinder(
  documents: readonly Citable[],
  fold: (text: string) => string,
  parts: readonly PartWords[],
): (text: string) => FoundCitations {
  const bySlug = new Map(documents.map((document) => [document.slug, document]));
  const places = createPlaceReader((slug) => bySlug.get(slug)?.ids ?? [], parts);
  const foldedLetters = (text: string) => lettersOf(fold(text));
  const titled = documents.flatMap(({ slug, titles }) =>
    titles.map((title) => ({ slug, letters: foldedLetters(title) })).filter(({ letters }) => letters !== ''),
  );
  const isTitle = (text: string) => titled.some((title) => title.letters === foldedLetters(text));

  /** The longest title that stands in a text; of equal ones all. */
  const listTitled = (text: string) => {
    const letters = foldedLetters(text);
    const found = titled.filter((title) => letters.includes(title.letters));
    const longest = Math.max(0, ...found.map((title) => title.letters.length));
    const slugs = found.filter((title) => title.letters.length === longest).map(({ slug }) => slug);
    return { slugs: [...new Set(slugs)], beside: letters.length - longest };
  };

  /** What a line of a citation quotes: what stands before ——《…》, or between quotation marks and is no title. */
  const takeQuoted = (line: string): string => {
    const [dash = '', title = ''] = dashed.exec(line) ?? [];
    if (dash !== '' && isTitle(title)) return line.slice(0, line.indexOf(dash)).trim();
    return (line.match(quoted) ?? []).filter((words) => lettersOf(words) !== '' && !isTitle(words)).join('');
  };

  return (text) => {
    const cited: Cited[] = [];
    const pages: string[] = [];
    const [, namedEdition] = edition.exec(text) ?? [];
    const add = (slug: string, mark: Mark | undefined) => {
      const isKnown = cited.some(
        (other) => other.slug === slug && JSON.stringify(other.mark) === JSON.stringify(mark),
      );
      if (!isKnown) cited.push({ slug, mark, edition: namedEdition });
    };
    const finish = (rest: string, isUnknown = false): FoundCitations => ({
      // A place says more than its document.
      cited: cited.filter(
        ({ slug, mark }) => mark || !cited.some((other) => other.slug === slug && other.mark),
      ),
      pages,
      rest: rest.trim(),
      isUnknown,
    });

    if (text.length < 200) {
      const alone = text.trim();
      if (bySlug.has(alone.toLowerCase())) add(alone.toLowerCase(), undefined);
      for (const { slug } of documents) {
        const mark = places.alone(slug, alone);
        if (mark) add(slug, mark);
      }
      if (cited.length > 0) return finish('');
      if (places.isPlace(alone)) return finish('', true);
    }

    const begin = file.exec(text)?.index ?? text.length;
    const [prose, record] = [text.slice(0, begin), text.slice(begin)];
    const rest: string[] = [];
    const citations: string[] = [];
    const titles: string[] = [];
    let follows = false;
    for (const line of prose.split(/\r\n|[\n\r]/u)) {
      const links = takeLinks(line, (slug) => bySlug.has(slug));
      for (const { slug, mark } of [...links.addressed, ...links.named]) add(slug, mark);
      pages.push(...links.pages);
      const { slugs, beside } = listTitled(links.rest);
      const hasLink = links.rest !== line;
      const isCitation: boolean =
        (slugs.length > 0 &&
          (sign.test(line) || isTitle(dashed.exec(line)?.[1] ?? '') || (hasLink && beside <= mostBeside))) ||
        (follows && inTextLine.test(line));
      follows = isCitation;
      if (isCitation) {
        citations.push(line);
        titles.push(...slugs);
        rest.push(takeQuoted(links.rest));
      } else rest.push(links.rest.replace(inText, '').replace(/[（(]\s*[）)]/gu, ''));
    }
    const links = takeLinks(record, (slug) => bySlug.has(slug));
    for (const { slug, mark } of links.addressed) add(slug, mark);
    titles.push(...listTitled(links.rest).slugs);

    const hasPlace = (slug: string) => cited.some((other) => other.slug === slug && other.mark);
    const words = [...citations, record].join('\n');
    // The key of a record names its place; where it has none, its words do.
    for (const { slug, mark } of links.named) if (!hasPlace(slug)) add(slug, mark);
    for (const slug of new Set(titles)) if (!hasPlace(slug)) add(slug, places.inWords(slug, words));
    if (record !== '' && cited.length === 0) rest.push(record);
    return finish(rest.join('\n'));
  };
}
