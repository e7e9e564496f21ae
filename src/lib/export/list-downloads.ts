import type { InterfaceKey } from '../reader/interface-text.ts';

/** What a download is: a text in a format, or all of the site. */
export type DownloadFormat = 'txt' | 'md' | 'epub' | 'tei.xml' | 'json' | 'html' | 'zip';

/** What pages call a format. */
export const formatNames = {
  txt: 'formatTxt',
  md: 'formatMd',
  epub: 'formatEpub',
  'tei.xml': 'formatTei',
  json: 'formatJson',
  html: 'formatHtml',
  zip: 'formatZip',
} as const satisfies Readonly<Record<DownloadFormat, InterfaceKey>>;

/** What a format is called where there is room for a word. */
export const shortFormatNames: Readonly<Record<DownloadFormat, string>> = {
  txt: 'TXT',
  md: 'Markdown',
  epub: 'EPUB',
  'tei.xml': 'TEI',
  json: 'JSON',
  html: 'HTML',
  zip: 'ZIP',
};

/** A file to take away. */
export interface Download {
  /** Its name in `downloads/`. */
  readonly name: string;
  readonly format: DownloadFormat;
}

/** The formats of a text; the order is that of pages. */
export const textFormats = [
  'epub',
  'txt',
  'md',
  'tei.xml',
  'json',
] as const satisfies readonly DownloadFormat[];
export type TextFormat = (typeof textFormats)[number];

/** What a collection offers to take away. */
export interface Offer {
  /**
   * Whether that is all there is: a large collection offers each text as plain text and as data, and no more, and leaves
   * what stands beside the texts of its pages to their scripts.
   */
  readonly isFull: boolean;
  /** The files of a document. */
  ofDocument(slug: string): Download[];
  /** The files of the whole collection. */
  ofCollection(): Download[];
}

/** What a collection of so many documents offers. @param limit documents up to which it offers everything */
export function createOffer(documents: number, limit: number): Offer {
  const isFull = documents <= limit;
  const formats = isFull ? textFormats : (['txt'] as const);
  const whole: Download[] = [
    { name: 'site.zip', format: 'zip' },
    { name: 'collection.html', format: 'html' },
    ...textFormats.map((format): Download => ({ name: `collection.${format}`, format })),
  ];
  return {
    isFull,
    ofDocument: (slug) => formats.map((format) => ({ name: `${slug}.${format}`, format })),
    ofCollection: () => (isFull ? whole : []),
  };
}
