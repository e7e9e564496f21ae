import { describePlace, type PartWords } from '../cite/describe-place.ts';
import { wordings } from '../cite/formats.ts';
import { type Mark, readMark } from '../cite/mark.ts';
import { numberOfId, partOfId } from '../document/block-id.ts';
import { isLetter, toHaystack } from './row.ts';

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
}

/** An address of a page in a script: what stands before it, on whatever host, does not matter. */
const address =
  /(?:https?:\/\/[^\s/]+)?(?:\/[\w.~%-]+)*\/(hans|hant)\/((?:[a-z0-9-]+\/)*)(\?[^\s#"'<>，。；、）)}\]]*)?(#[\w.-]*\w)?/gu;
/** A clause by its document and id: `slug#s5-3`, or as the key of a reference manager, `slug:s5-3`. */
const named = /([a-z0-9]+(?:-[a-z0-9]+)*)[#:]([a-z][a-z0-9-]*\d|title|dateline)(?![\w-])/gu;
const edition = /(\d{4}-\d{2}-\d{2})版/u;
/** 第5.3段, 第5.3—5.5段; para. 5.3, paras. 5.3–5.5. */
const paragraphs =
  /第\s*([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?\s*段|\bpar(?:a?s?)?\.\s*([\d.]*\d)(?:\s*[—–-]\s*([\d.]*\d))?/u;
/** Formats that are files begin like this, and go on to the end. */
const file = /^\s*(?:@\w+\{|TY {2}-|\[?\s*\{\s*"id")/mu;
/** A citation in the text, as a line after the reference: `(新华社, n.d.)`. */
const inText = /^\s*\(.*\)\s*$/u;
/** Quotation marks and what they hold, before a citation in the same line. */
const leading = /^\s*(?:“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*")/u;
/** What only a citation has. */
const sign = /\[EB\/OL\]|\d{4}-\d{2}-\d{2}版|——《|\bn\.d\.|\bpar(?:a?s?)?\.\s*[\d.]+\)\s*$/u;

/** Finds what a text cites of the collection, whichever of the site’s formats, addresses and ids it does so by. */
export function createCitationFinder(
  documents: readonly Citable[],
  fold: (text: string) => string,
  parts: readonly PartWords[],
): (text: string) => FoundCitations {
  const bySlug = new Map(documents.map((document) => [document.slug, document]));
  const lettersOf = (text: string) => toHaystack(fold(text), isLetter).text;
  const titled = documents.flatMap(({ slug, titles }) =>
    titles.map((title) => ({ slug, letters: lettersOf(title) })),
  );

  const idOfNumber = (slug: string, number: string) =>
    bySlug.get(slug)?.ids.find((id) => numberOfId(id) === number);

  /** The place in a document that the words of a citation name. */
  const readPlace = (slug: string, text: string): Mark | undefined => {
    const [, a, b, c, d] = paragraphs.exec(text) ?? [];
    const from = idOfNumber(slug, a ?? c ?? '');
    const to = idOfNumber(slug, b ?? d ?? a ?? c ?? '');
    if (from && to) return { from: { id: from }, to: { id: to } };
    for (const id of bySlug.get(slug)?.ids ?? []) {
      if (partOfId(id) === 'paragraph') continue;
      const point = { from: { id }, to: { id } };
      const words = parts.flatMap((each) => wordings.map((wording) => describePlace(point, wording, each)));
      if (words.some((word) => new RegExp(`[：:,，、；]”? ?${word}[[\\],，.)）}"\\s]`, 'u').test(`${text} `)))
        return point;
    }
    return undefined;
  };

  /** The longest title that stands in a text; of equal ones all. */
  const listTitled = (text: string): string[] => {
    const letters = lettersOf(text);
    const found = titled.filter((title) => title.letters !== '' && letters.includes(title.letters));
    const longest = Math.max(0, ...found.map((title) => title.letters.length));
    return [...new Set(found.filter((title) => title.letters.length === longest).map(({ slug }) => slug))];
  };

  return (text) => {
    const cited: Cited[] = [];
    const pages: string[] = [];
    const [, namedEdition] = edition.exec(text) ?? [];
    const add = (slug: string, mark: Mark | undefined) => {
      const isKnown = cited.some((other) => other.slug === slug && sameMark(other.mark, mark));
      if (!isKnown) cited.push({ slug, mark, edition: namedEdition });
    };

    const [alone = ''] = /^\s*#?(?:[a-z][a-z0-9-]*|第?[\d.]*\d段?)\s*$/u.exec(text) ?? [];
    if (alone.trim() !== '') {
      const id = alone.trim().replace(/^#/, '');
      const number = id.replace(/[第段]/gu, '');
      for (const { slug, ids } of documents)
        for (const other of ids)
          if (other === id || numberOfId(other) === number)
            add(slug, { from: { id: other }, to: { id: other } });
      if (bySlug.has(id)) add(id, undefined);
      if (cited.length > 0) return { cited, pages, rest: '' };
    }

    const rest: string[] = [];
    const titles: string[] = [];
    const citations: string[] = [];
    const keys: (readonly [slug: string, id: string])[] = [];
    /** A line without its links and keys, which are noted. */
    const takeLinks = (line: string, addKey: (slug: string, id: string) => void): string =>
      line
        .replace(address, (whole, script: string, path: string, query = '', fragment = '') => {
          const slug = path.replace(/\/$/u, '');
          if (!bySlug.has(slug)) pages.push(`${script}/${path}${query}${fragment}`);
          else add(slug, readAddress(query, fragment));
          return /[（(]$/u.test(line.slice(0, line.indexOf(whole))) ? '' : ' ';
        })
        .replace(named, (whole, slug: string, id: string) => {
          if (!bySlug.get(slug)?.ids.includes(id)) return whole;
          addKey(slug, id);
          return ' ';
        });

    const begin = file.exec(text)?.index ?? text.length;
    const [prose, managed] = [text.slice(0, begin), text.slice(begin)];
    let follows = false;
    for (const line of prose.split(/\r\n|[\n\r]/u)) {
      const without = takeLinks(line, (slug, id) => add(slug, { from: { id }, to: { id } }));
      const here = listTitled(without);
      const isCitation: boolean =
        sign.test(line) || (follows && inText.test(line)) || (without !== line && here.length > 0);
      follows = isCitation;
      if (isCitation) {
        citations.push(line);
        titles.push(...here);
        // A quotation may stand before its citation in the same line: “…”——《…》
        const [quoted = ''] = /^.*?(?=——《)/u.exec(without) ?? leading.exec(without) ?? [];
        const letters = lettersOf(quoted);
        if (letters !== '' && !titled.some((title) => title.letters === letters)) rest.push(quoted);
      } else rest.push(without.replace(/[（(]\s*[）)]/gu, ''));
    }
    for (const line of managed.split(/\r\n|[\n\r]/u))
      titles.push(...listTitled(takeLinks(line, (slug, id) => keys.push([slug, id]))));
    const hasPlace = (slug: string) => cited.some((other) => other.slug === slug && other.mark);
    const places = [...citations, managed].join('\n');
    for (const slug of new Set(titles)) if (!hasPlace(slug)) add(slug, readPlace(slug, places));
    // The key of a range is its first block: its note and its address say more.
    for (const [slug, id] of keys) if (!hasPlace(slug)) add(slug, { from: { id }, to: { id } });
    if (managed !== '' && cited.length === 0) rest.push(managed);
    return {
      cited: cited.filter(
        ({ slug, mark }) => mark || !cited.some((other) => other.slug === slug && other.mark),
      ),
      pages,
      rest: rest.join('\n').trim(),
    };
  };
}

/** What an address of a document leads to: what it marks, or the block of its fragment. */
function readAddress(query: string, fragment: string): Mark | undefined {
  const marked = readMark(new URLSearchParams(query).get('mark') ?? '');
  return marked ?? readMark(fragment.slice(1));
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
