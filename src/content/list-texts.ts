import { readFolderRecipe } from '../lib/import/index.ts';
import type { Language } from '../schemas/names.ts';
import { readAliases, readCollection, readDocuments, readSourceFolders } from './content-files.ts';

/** A text that the site converts as one, with where it is from. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
  readonly language: Language;
}

/** Every text that the site shows in both scripts: published blocks, and the editor's words. */
export function listTexts(content: string): PlacedText[] {
  const editor = (place: string, texts: readonly (string | undefined)[]): PlacedText[] =>
    texts.flatMap((text) => (text ? [{ place, text, language: 'zh-Hans-CN' as const }] : []));
  const collection = readCollection(content);
  return [
    ...readDocuments(content).flatMap(({ slug, lang, blocks, gaps, notes }) => [
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
    ...readSourceFolders(content).flatMap((folder) => {
      const { name, description, furniture } = readFolderRecipe(folder).recipe;
      return editor(folder.recipeFile, [name, description, ...furniture.map(({ reason }) => reason)]);
    }),
    ...editor('collection.yaml', [
      collection.title,
      collection.description,
      ...Object.values(collection.kinds),
      ...Object.values(collection.sourceKinds),
    ]),
    ...editor(
      'aliases.yaml',
      readAliases(content).flatMap(({ names }) => names.map(({ name }) => name)),
    ),
  ];
}
