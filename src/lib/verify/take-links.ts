import { type Mark, readMark } from '../cite/mark.ts';

/** An address of a page in a script: what stands before it, on whatever host, does not matter. */
const page =
  /(?:https?:\/\/|(?<![\w.-])(?=[\w-]+(?:\.[\w-]+)+[:/]))?(?:[\w.-]{1,80}(?::\d{1,5})?)?(?:\/[\w.~%-]{1,80}){0,6}\/(hans|hant)\/((?:[a-z0-9-]{1,64}\/){0,3}[a-z0-9-]{0,64})(\?[^\s#"'<>，。；、）)}\]]*)?(#[\w.-]*\w)?/gu;
/** An address of a document’s data. */
const data =
  /(?:https?:\/\/[\w.-]{1,80}(?::\d{1,5})?)?(?:\/[\w.~%-]{1,80}){0,6}\/data\/(?:cite\/)?([a-z0-9-]{1,64})\.(?:csl\.json|json|bib|ris)/gu;
/** A clause by its document and id: `slug#s5-3`, or as a reference manager has it, `slug:s5-3..s5-5`. */
const named = /([a-z0-9]{1,64}(?:-[a-z0-9]{1,64}){0,8})[#:]([a-z][\w.:-]{0,80})/gu;
/** Pages that are no document. */
const others =
  /^(?:|(?:search|cite|instruments|about)\/|cite\/[a-z0-9-]+\/|collate\/[a-z0-9-]+\/|compare\/[a-z0-9-]+-vs-[a-z0-9-]+\/|sources\/[a-z0-9-]+\/)$/u;

/** What a link to a clause is called that only names it: 第5.3段, s5-3, 5.3. */
const placeLike = /^\s*(?:第[\d.—–-]+段|[\w.#:-]*)\s*$/u;

export interface Link {
  readonly slug: string;
  readonly mark: Mark | undefined;
}

export interface Links {
  /** The text, with a space in the place of each link. */
  readonly rest: string;
  /** What addresses lead to, and what names of clauses name. */
  readonly addressed: readonly Link[];
  readonly named: readonly Link[];
  /** Other pages of the site, below its root. */
  readonly pages: readonly string[];
}

/**
 * Take the links to a site out of a text.
 * @param ofFragment the blocks of a document that a fragment names
 */
export function takeLinks(
  text: string,
  isDocument: (slug: string) => boolean,
  ofFragment: (slug: string, fragment: string) => Mark | undefined,
): Links {
  const addressed: Link[] = [];
  const names: Link[] = [];
  const pages: string[] = [];
  let rest = text;
  // Most texts have none: looking for them is left out.
  if (/\/han[st]\//u.test(rest))
    rest = rest.replace(page, (whole, script: string, path: string, query = '', fragment = '') => {
      const slug = path.replace(/\/$/u, '');
      const folder = path === '' || path.endsWith('/') ? path : `${path}/`;
      const asked = new URLSearchParams(query).get('mark');
      if (isDocument(slug))
        addressed.push({ slug, mark: readMark(asked ?? '') ?? ofFragment(slug, fragment.slice(1)) });
      else if (others.test(folder)) pages.push(`${script}/${folder}${query}${fragment}`);
      else return whole;
      return ' ';
    });
  if (rest.includes('/data/'))
    rest = rest.replace(data, (whole, slug: string) => {
      if (!isDocument(slug)) return whole;
      addressed.push({ slug, mark: undefined });
      return ' ';
    });
  if (/[#:]/u.test(rest))
    rest = rest.replace(named, (whole, slug: string, place: string) => {
      const mark = readMark(place.replace(/[.:-]+$/u, ''));
      if (!mark || !isDocument(slug)) return whole;
      names.push({ slug, mark });
      return ' ';
    });
  // The words of a link in Markdown may be what is quoted, or name the place.
  if (rest !== text)
    rest = rest.replace(/\[([^\]]*)\]\(\s*\)/gu, (_, label: string) => (placeLike.test(label) ? ' ' : label));
  return { rest, addressed, named: names, pages };
}
