import type { Script } from '../script/scripts.ts';

/** The addresses of the site's pages under a base path; every link goes through here, in the browser too. */
export function addressesUnder(base: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    root,
    collection: (script: Script) => `${root}${script}/`,
    document: (script: Script, slug: string, id?: string) => `${root}${script}/${slug}/${id ? `#${id}` : ''}`,
    /** A clause with what was searched marked. */
    hit: (script: Script, slug: string, id: string, query: string) =>
      `${root}${script}/${slug}/?${new URLSearchParams({ q: query })}#${id}`,
    /** What its pages carry in their margins when they are printed. */
    printStyle: (script: Script, slug: string) => `${root}${script}/${slug}.print.css`,
    /** The source view; `anchor` is `<slug>.<id>`. */
    source: (script: Script, source: string, anchor?: string) =>
      `${root}${script}/sources/${source}/${anchor ? `#${anchor}` : ''}`,
    /** The witnesses of a document; `difference` is `<witness>.<id>`. */
    collation: (script: Script, slug: string, difference?: string) =>
      `${root}${script}/collate/${slug}/${difference ? `#${difference}` : ''}`,
    /** Two documents, clause by clause, or a report and what it reports; `link` is the id of what relates. */
    comparison: (script: Script, from: string, to: string, link?: string) =>
      `${root}${script}/compare/${from}-vs-${to}/${link ? `#${link}` : ''}`,
    instruments: (script: Script) => `${root}${script}/instruments/`,
    search: (script: Script) => `${root}${script}/search/`,
    about: (script: Script) => `${root}${script}/about/`,
    /** Verifying a quotation, finding a citation. */
    verify: (script: Script) => `${root}${script}/cite/`,
    /** How a document is cited; `id` of a block. */
    citations: (script: Script, slug: string, id?: string) =>
      `${root}${script}/cite/${slug}/${id ? `#${id}` : ''}`,
    /** The reader’s own notes. */
    notes: (script: Script) => `${root}${script}/notes/`,
    /** What is saved on the device, and how to remove it. */
    offline: (script: Script) => `${root}${script}/offline/`,
    /** What there is to take away; without a script, for readers of either. */
    downloads: (script?: Script) => (script ? `${root}${script}/downloads/` : `${root}downloads/`),
    /** What gives a page the look that its reader chose. */
    look: () => `${root}look.js`,
    /** What a search in a script needs to know, below the root. */
    catalogue: (script: Script) => `${root}search/${script}.json`,
    pagefind: () => `${root}pagefind/`,
  };
}

export type Addresses = ReturnType<typeof addressesUnder>;
