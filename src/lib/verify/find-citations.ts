import type { PartWords } from '../cite/describe-place.ts';
import type { Mark } from '../cite/mark.ts';
import { createTitleFinder } from './find-titles.ts';
import { createPlaceReader } from './read-places.ts';
import { type Links, takeLinks } from './take-links.ts';
import { takeRecords } from './take-records.ts';
import { takeSpans } from './take-spans.ts';

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
  /** Citations in the text that name no document: `(新华社, 2023, para. 5.3)`. */
  readonly unresolved: readonly string[];
  /** The text without them. */
  readonly rest: string;
  /** Whether the text is a place by itself that no document has. */
  readonly isUnknown: boolean;
}

const edition = /(\d{4}-\d{2}-\d{2})版/u;
/** The names of a record’s fields, of which one is the English word for a place: title. */
const fieldNames = /^\s*\w+ = |"\w+": /gmu;
/** A citation in the text that names a place: `(新华社, 2023, para. 5.3)`, `（第5.3段）`. */
const inText =
  /[（(](?:[^（()）]{0,200}[,，]\s*)?(?:par(?:a?s?)?\.\s*[\d.]*\d(?:[–-][\d.]*\d)?|第[\d.—–-]+段|title|dateline|(?:signature|caption) \d)\s*[)）]/gu;
/** One after a reference, by itself or before other words: `(新华社, n.d.)`. */
const followingInText = new RegExp(String.raw`^\s*(?:[（(].*[)）]\s*$|${inText.source})`, 'u');

/** Finds what a text cites of the collection, whichever of the site’s formats, addresses and ids it does so by. */
export function createCitationFinder(
  documents: readonly Citable[],
  fold: (text: string) => string,
  parts: readonly PartWords[],
): (text: string) => FoundCitations {
  const bySlug = new Map(documents.map((document) => [document.slug, document]));
  const places = createPlaceReader((slug) => bySlug.get(slug)?.ids ?? [], parts);
  const titles = createTitleFinder(documents, fold);
  const linksIn = (text: string) => takeLinks(text, (slug) => bySlug.has(slug), places.ofFragment);

  /** What one citation names: by its address, its key, or its title and the words of its place. */
  const resolve = (slug: string | undefined, words: string, links: Links): Cited[] => {
    const [, named] = edition.exec(words) ?? [];
    const [link] = [...links.addressed, ...links.named].filter(({ mark }) => mark);
    if (link && (!slug || link.slug === slug)) return [{ ...link, edition: named }];
    const whole = slug ?? links.addressed[0]?.slug;
    return whole ? [{ slug: whole, mark: places.inWords(whole, words), edition: named }] : [];
  };

  const findAlone = (text: string): Cited[] => {
    if (text.length > 200) return [];
    const alone = text.trim();
    const slug = alone.toLowerCase();
    return [
      ...(bySlug.has(slug) ? [{ slug, mark: undefined, edition: undefined }] : []),
      ...documents.flatMap((document) => {
        const mark = places.alone(document.slug, alone);
        return mark ? [{ slug: document.slug, mark, edition: undefined }] : [];
      }),
    ];
  };

  return (text) => {
    const alone = findAlone(text);
    const found: FoundCitations = { cited: alone, pages: [], unresolved: [], rest: '', isUnknown: false };
    if (alone.length > 0) return found;
    if (places.isPlace(text)) return { ...found, isUnknown: true };

    const cited: Cited[] = [];
    const pages: string[] = [];
    const unresolved: string[] = [];
    const { records, rest: lines } = takeRecords(text.split(/\r\n|[\n\r]/u));
    const rest: string[] = [];
    let follows = false;
    for (const line of lines) {
      // The second line of a reference names its place.
      const last = cited.at(-1);
      const [placed = ''] = (follows && last && followingInText.exec(line)) || [];
      follows = false;
      if (last && placed !== '')
        cited[cited.length - 1] = { ...last, mark: last.mark ?? places.inWords(last.slug, placed) };
      const said = line.slice(placed.length);
      if (said.trim() === '' && placed !== '') continue;
      const { spans, rest: left } = takeSpans(said, titles);
      const here = spans.flatMap(({ slug, text, afterTitle }) => resolve(slug, afterTitle, linksIn(text)));
      follows = spans.length > 0;
      cited.push(...here);
      const links = linksIn(left);
      for (const link of [...links.addressed, ...links.named]) cited.push({ ...link, edition: undefined });
      pages.push(...links.pages);
      unresolved.push(...(links.rest.match(inText) ?? []));
      const without = links.rest.replace(inText, ' ').replace(/[（(]\s*[）)]/gu, ' ');
      rest.push(without === line ? line : tidy(without));
    }
    for (const record of records) {
      const links = linksIn(record);
      const [title] = titles.find(links.rest);
      const here = resolve(title?.slug, links.rest.replace(fieldNames, ''), links);
      cited.push(...here);
      if (here.length === 0) rest.push(record);
    }
    return { cited: unique(cited), pages, unresolved, rest: rest.join('\n').trim(), isUnknown: false };
  };
}

/** What is left around a citation that was taken out of a line. */
function tidy(line: string): string {
  return line
    .replace(/ +(?=[。，；：、！？”」』])/gu, '')
    .replace(/[（(\s]+$/u, '')
    .replace(/^[）)\s.。]+/u, '');
}

function unique(cited: readonly Cited[]): Cited[] {
  const key = ({ slug, mark }: Cited) => JSON.stringify([slug, mark]);
  const all = [...new Map(cited.map((one) => [key(one), one])).values()];
  // A place says more than its document.
  return all.filter(({ slug, mark }) => mark || !all.some((other) => other.slug === slug && other.mark));
}
