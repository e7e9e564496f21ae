import type { Collection } from '../../schemas/collection.ts';
import type { DocumentData, IndexData } from '../../schemas/data.ts';
import { describeDate } from '../reader/describe-date.ts';
import { sayIn } from '../reader/interface-text.ts';
import type { Convert } from '../script/create-converter.ts';
import { type Script, scriptOf } from '../script/scripts.ts';

/** What a document's share image says, in the document's own script. */
export interface ShareCard {
  readonly slug: string;
  readonly script: Script;
  /** As published; a line break stands for one as printed. */
  readonly title: string;
  /** In words, with what it rests on. */
  readonly date: string;
  /** Its name, which says its kind too. */
  readonly source: string;
  readonly collection: string;
  readonly edition: string;
}

/** What the share image of a document says. The editor's words are converted to its script, its title never. */
export function toShareCard(
  document: Pick<DocumentData, 'slug' | 'lang' | 'title' | 'date' | 'dateBasis' | 'source'>,
  sources: readonly Pick<IndexData['sources'][number], 'id' | 'name'>[],
  collection: Pick<Collection, 'title' | 'edition'>,
  convert: Convert,
): ShareCard {
  const script = scriptOf(document.lang);
  const say = sayIn(script);
  const convertEditor = (text: string) => convert(text, 'zh-Hans-CN', script);
  const source = sources.find(({ id }) => id === document.source);
  if (!source)
    throw new Error(`Unexpected source ${document.source} of ${document.slug}, expected one of the index.`);
  return {
    slug: document.slug,
    script,
    title: document.title,
    date: describeDate(document.date, document.dateBasis, say),
    source: convertEditor(source.name),
    collection: convertEditor(collection.title),
    edition: `${say('edition')} ${collection.edition}`,
  };
}
