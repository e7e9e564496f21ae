import type { Language } from '../schemas/names.ts';
import { readAliases } from './content-files.ts';
import type { SiteContent } from './read-content.ts';

/** A text that the site converts as one, with where it is from. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
  readonly language: Language;
}

/** Every text that the site shows in both scripts: published blocks, and the editor's words. */
export function listTexts(content: SiteContent): PlacedText[] {
  const editor = (place: string, texts: readonly (string | undefined)[]): PlacedText[] =>
    texts.flatMap((text) => (text ? [{ place, text, language: 'zh-Hans-CN' as const }] : []));
  const { collection, documents, sources, folder } = content;
  return [
    ...documents.flatMap(({ slug, lang, blocks, gaps, notes }) => [
      ...blocks.map(({ id, text }) => ({ place: `${slug}#${id}`, text, language: lang })),
      ...editor(
        `${slug}, gaps`,
        gaps.flatMap(({ reason, extent }) => [reason, extent]),
      ),
      ...editor(
        `${slug}, notes`,
        notes.map(({ reason }) => reason),
      ),
      ...notes.map(({ at, likely }) => ({
        place: `${slug}#${at}, likely reading`,
        text: likely,
        language: lang,
      })),
    ]),
    ...sources.flatMap(({ id, recipe: { name, description, furniture } }) =>
      editor(`${folder}/sources/${id}/recipe.yaml`, [
        name,
        description,
        ...furniture.map(({ reason }) => reason),
      ]),
    ),
    ...editor('collection.yaml', [
      collection.title,
      collection.description,
      ...Object.values(collection.kinds),
      ...Object.values(collection.sourceKinds),
    ]),
    ...editor(
      'aliases.yaml',
      readAliases(folder).flatMap(({ names }) => names.map(({ name }) => name)),
    ),
  ];
}
