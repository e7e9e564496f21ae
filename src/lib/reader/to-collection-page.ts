import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { Recipe } from '../../schemas/recipe.ts';
import type { Convert } from '../script/create-converter.ts';
import { type Script, scriptOf, textLanguage } from '../script/scripts.ts';
import type { Addresses } from './addresses.ts';
import { describeDate, describeDay } from './describe-date.ts';
import { sayIn } from './interface-text.ts';
import { describeExtent, extentOf, titleOf } from './summarise.ts';

export type CollectionPage = ReturnType<typeof toCollectionPage>;

/** The collection's page: documents in order, then sources. */
export function toCollectionPage(
  collection: Collection,
  documents: readonly Document[],
  sources: readonly { readonly id: string; readonly recipe: Recipe }[],
  script: Script,
  addresses: Addresses,
  convert: Convert,
) {
  const say = sayIn(script);
  const convertEditor = (text: string) => convert(text, 'zh-Hans-CN', script);
  const sourceName = (id: string) =>
    convertEditor(sources.find((source) => source.id === id)?.recipe.name ?? id);
  return {
    title: convertEditor(collection.title),
    description: convertEditor(collection.description),
    documents: documents.map((document) => ({
      slug: document.slug,
      /** Where there is no room for the title. */
      name: convertEditor(
        collection.shortNames?.[document.slug] ?? convert(titleOf(document), document.lang, script),
      ),
      href: addresses.document(script, document.slug),
      title: convert(titleOf(document), document.lang, script),
      lang: textLanguage(document.lang, script),
      kind: convertEditor(collection.kinds[document.kind] ?? document.kind),
      date: describeDate(document.date, document.dateBasis, say),
      day: describeDay(document.date, say),
      hasFullDate: document.date !== null && !document.date.startsWith('XXXX'),
      characters: extentOf(document).characters,
      source: { href: addresses.source(script, document.source), name: sourceName(document.source) },
      extent: describeExtent(document, say),
      form: say(scriptOf(document.lang) === script ? 'published' : 'converted'),
    })),
    sources: sources.map(({ id, recipe }) => ({
      href: addresses.source(script, id),
      name: sourceName(id),
      kind: convertEditor(collection.sourceKinds[recipe.kind] ?? recipe.kind),
      description: convertEditor(recipe.description),
    })),
  };
}
