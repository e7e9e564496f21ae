import CSL from 'citeproc';
import { slots } from './slots.ts';
import type { CslItem } from './to-csl-item.ts';

/** A published style or locale as a tree, in the form that citeproc reads instead of XML. */
export interface CslTree {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslTree | string)[];
}

export interface CslFormatter {
  /** An entry of a list of references. */
  reference(item: CslItem): string;
  /** A citation in the text, or the note of a style of notes; with a place, or of the whole. */
  cite(item: CslItem, hasPlace: boolean): string;
}

/** A number that no document has, so that the place that a style words can be found again. */
const someParagraph = '987654';

/**
 * Stand for what is published, and for what the collection calls it, while a style is at work: not even a letter is to be
 * made a capital. And what differs in nothing else is formatted once: a style takes some milliseconds for each.
 */
const signs = { title: '\uE000', genre: '\uE001', version: '\uE002', URL: 'https://\uE003/' } as const;

/**
 * Formats citations by a style that others have published, with citeproc-js. For the build only: neither its licence
 * (CPAL or AGPL) nor the styles’ (CC BY-SA) is one for what is shipped; what it writes is the reader’s.
 * @param locale of the style’s own words; the documents’ are as they are
 */
export function createCslFormatter(style: CslTree, locale: CslTree): CslFormatter {
  const items: CslItem[] = [];
  const engine = new CSL.Engine(
    { retrieveLocale: () => locale, retrieveItem: (id) => items[Number(id)] },
    style,
    locale.attrs['xml:lang'] ?? 'en-US',
    true,
  );
  engine.setOutputFormat('text');
  /** Each item by a name of its own: the engine keeps what it has read, and an engine takes long to make. */
  const register = (item: CslItem): string => {
    const id = String(items.length);
    items.push({ ...item, id });
    engine.updateItems([id]);
    return id;
  };
  const reference = (item: CslItem): string => {
    register(item);
    return engine.makeBibliography()[1].join('').trim();
  };
  const cite = (item: CslItem, hasPlace: boolean): string => {
    const place = hasPlace ? { locator: someParagraph, label: 'paragraph' } : {};
    const cited = engine.makeCitationCluster([{ id: register(item), ...place }]);
    // The words of the place, its label with it, are filled in when a reader cites.
    const worded = new RegExp(`[a-z]+\\.?\\s*${someParagraph}`, 'u');
    if (hasPlace && !worded.test(cited))
      throw new Error(`Unexpected citation without a place (${cited}), expected ${someParagraph} in it.`);
    return cited.replace(worded, slots.at);
  };

  const known = new Map<string, string>();
  const format = (item: CslItem, of: string, write: (signed: CslItem) => string): string => {
    const signed = putSigns(item);
    const key = JSON.stringify([of, signed]);
    const cited = known.get(key) ?? write(signed);
    known.set(key, cited);
    return putBack(cited, item);
  };
  return {
    reference: (item) => format(item, 'reference', reference),
    cite: (item, hasPlace) => format(item, hasPlace ? 'place' : 'whole', (signed) => cite(signed, hasPlace)),
  };
}

const eachSign = new RegExp(`${signs.title}[.,]?|${signs.genre}|${signs.version}|${signs.URL}`, 'gu');

function putSigns(item: CslItem): CslItem {
  return {
    ...item,
    ...signs,
    id: '',
    version: item.version && signs.version,
    URL: item.URL && signs.URL,
    ...('accessed' in item && { accessed: { literal: slots.accessed } }),
  };
}

/** A citation with what its signs stand for; a mark that ends the title is enough. */
function putBack(cited: string, { title, genre, version = '', URL = '' }: CslItem): string {
  const isEnded = /[.!?。！？]$/u.test(title);
  // All at once: what is published may have the same characters.
  return cited.replaceAll(eachSign, (found) => {
    if (found === signs.genre) return genre;
    if (found === signs.version) return version;
    if (found === signs.URL) return URL;
    return isEnded ? title : title + found.slice(signs.title.length);
  });
}
