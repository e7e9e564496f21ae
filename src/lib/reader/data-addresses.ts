import type { Script } from '../script/scripts.ts';

/** The addresses of what is no page, under a base path: the data, files to take away, feeds, pictures. */
export function dataAddressesUnder(base: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    documentData: (slug: string) => `${root}data/${slug}.json`,
    indexData: () => `${root}data/index.json`,
    relationsData: () => `${root}data/relations.json`,
    editionsData: () => `${root}data/editions.json`,
    /** Which edition is the newest, by itself: every visit asks. */
    newestEdition: () => `${root}data/edition.json`,
    /** What a source's page in a large collection is drawn with. */
    sourceRows: (source: string) => `${root}data/sources/${source}.json`,
    rawSource: (source: string) => `${root}data/sources/${source}.txt`,
    /** A document’s citations, or a file of one for a reference manager, by the end of its name. */
    citationFile: (slug: string, extension: string) => `${root}data/cite/${slug}.${extension}`,
    /** The editions, as an Atom feed. */
    feed: (script: Script) => `${root}${script}/feed.xml`,
    /** What an installed app is called and opens. */
    appManifest: (script: Script) => `${root}${script}/app.webmanifest`,
    /** The site’s mark in a size in pixels; `maskable` with room around it, for systems that cut icons out. */
    icon: (size: number, maskable = false) => `${root}icons/${maskable ? 'maskable-' : ''}${size}.png`,
    /** What the elements of many pages say; `version` names the words. */
    words: (script: Script, version: string) => `${root}${script}/words.${version}.json`,
    /** A file to take away. */
    download: (name: string) => `${root}downloads/${name}`,
    /** A picture of a document’s title, for where its address is shared. */
    shareImage: (slug: string) => `${root}share/${slug}.png`,
  };
}

export type DataAddresses = ReturnType<typeof dataAddressesUnder>;
