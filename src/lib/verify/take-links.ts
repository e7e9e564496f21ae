import { type Mark, readMark } from '../cite/mark.ts';

/** An address of a page in a script: what stands before it, on whatever host, does not matter. */
const address =
  /(?:https?:\/\/|(?<![\w.-])(?=[\w-]+(?:\.[\w-]+)+[:/]))?(?:[\w.-]{1,80}(?::\d{1,5})?)?(?:\/[\w.~%-]{1,80}){0,6}\/(hans|hant)\/((?:[a-z0-9-]{1,64}\/){0,3}[a-z0-9-]{0,64})(\?[^\s#"'<>，。；、）)}\]]*)?(#[\w.-]*\w)?/gu;
/** A clause by its document and id: `slug#s5-3`, or as a reference manager has it, `slug:s5-3..s5-5`. */
const named = /([a-z0-9]{1,64}(?:-[a-z0-9]{1,64}){0,8})[#:]([a-z][\w.:-]{0,80})/gu;
/** Pages that are no document. */
const pages =
  /^(?:|(?:search|cite|instruments|about)\/|cite\/[a-z0-9-]+\/|collate\/[a-z0-9-]+\/|compare\/[a-z0-9-]+-vs-[a-z0-9-]+\/|sources\/[a-z0-9-]+\/)$/u;

export interface Links {
  /** The text without its links. */
  readonly rest: string;
  /** What addresses lead to, and what names of clauses name. */
  readonly addressed: readonly { readonly slug: string; readonly mark: Mark | undefined }[];
  readonly named: readonly { readonly slug: string; readonly mark: Mark }[];
  /** Other pages of the site, below its root. */
  readonly pages: readonly string[];
}

/** Take the links to a site out of a text. */
export function takeLinks(text: string, isDocument: (slug: string) => boolean): Links {
  const addressed: { slug: string; mark: Mark | undefined }[] = [];
  const names: { slug: string; mark: Mark }[] = [];
  const others: string[] = [];
  let rest = text;
  // Most texts have none: looking for them is left out.
  if (/\/han[st]\//u.test(rest))
    rest = rest.replace(address, (whole, script: string, path: string, query = '', fragment = '') => {
      const slug = path.replace(/\/$/u, '');
      const page = path === '' || path.endsWith('/') ? path : `${path}/`;
      if (isDocument(slug)) addressed.push({ slug, mark: readAddress(query, fragment) });
      else if (pages.test(page)) others.push(`${script}/${page}${query}${fragment}`);
      else return whole;
      return ' ';
    });
  if (/[#:]/u.test(rest))
    rest = rest.replace(named, (whole, slug: string, place: string) => {
      const mark = readMark(place.replace(/[.:-]+$/u, ''));
      if (!mark || !isDocument(slug)) return whole;
      names.push({ slug, mark });
      return ' ';
    });
  return { rest, addressed, named: names, pages: others };
}

/** What an address of a document leads to: what it marks, or the block of its fragment. */
function readAddress(query: string, fragment: string): Mark | undefined {
  return readMark(new URLSearchParams(query).get('mark') ?? '') ?? readMark(fragment.slice(1));
}
