import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { Recipe } from '../../schemas/recipe.ts';
import { convertText } from '../script/convert-text.ts';
import { type Script, scriptOf, textLanguage } from '../script/scripts.ts';
import type { Addresses } from './addresses.ts';
import { describeDate } from './describe-date.ts';
import { sayEditor, sayIn } from './interface-text.ts';
import { extentOf, titleOf } from './summarise.ts';

/** The collection's page: documents in order, then sources. */
export function toCollectionPage(
  collection: Collection,
  documents: readonly Document[],
  sources: readonly { readonly id: string; readonly recipe: Recipe }[],
  script: Script,
  addresses: Addresses,
) {
  const say = sayIn(script);
  const sourceName = (id: string) =>
    sayEditor(sources.find((source) => source.id === id)?.recipe.name ?? id, script);
  return {
    title: sayEditor(collection.title, script),
    description: sayEditor(collection.description, script),
    documents: documents.map((document) => {
      const { paragraphs, characters } = extentOf(document);
      return {
        href: addresses.document(script, document.slug),
        title: convertText(titleOf(document), document.lang, script),
        lang: textLanguage(document.lang, script),
        kind: sayEditor(collection.kinds[document.kind] ?? document.kind, script),
        date: describeDate(document.date, document.dateBasis, say),
        source: { href: addresses.source(script, document.source), name: sourceName(document.source) },
        extent: `${paragraphs} ${say('paragraphs')} · ${characters} ${say('characters')}`,
        form: say(scriptOf(document.lang) === script ? 'published' : 'converted'),
      };
    }),
    sources: sources.map(({ id, recipe }) => ({
      href: addresses.source(script, id),
      name: sourceName(id),
      kind: sayEditor(collection.sourceKinds[recipe.kind] ?? recipe.kind, script),
      description: sayEditor(recipe.description, script),
    })),
  };
}
