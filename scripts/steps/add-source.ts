import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCollection, readSourceFolders } from '../../src/content/content-files.ts';
import { ImportError, readFolderRecipe } from '../../src/lib/import/index.ts';
import {
  type AddedKind,
  chooseKinds,
  guessEncoding,
  proposeRecipe,
  readerOf,
  toSourceName,
} from '../../src/lib/import/propose/index.ts';
import { type Language, reservedSlugs, slugSchema } from '../../src/schemas/names.ts';
import type { Recipe } from '../../src/schemas/recipe.ts';
import { withLockedContent } from '../lock-content.ts';

export interface AddOptions {
  readonly kind: AddedKind;
  /** The id of the source; by itself, the name of the file. */
  readonly name?: string | undefined;
  /** The slug of the document; by itself, the id of the source. */
  readonly slug?: string | undefined;
  readonly language?: Language | undefined;
}

export function isAddedKind(kind: string | undefined): kind is AddedKind {
  return kind !== undefined && Object.hasOwn(readerOf, kind);
}

/**
 * Copy a file's bytes into a new folder of `sources/`, with a proposed recipe. Both are written beside their place and
 * moved there at once: there is no folder with one of them.
 * @throws ImportError with what was found, expected, and what to do; nothing is written then
 */
export function addSource(content: string, file: string, options: AddOptions) {
  return withLockedContent(content, () => addLocked(content, file, options));
}

function addLocked(content: string, file: string, options: AddOptions) {
  const bytes = readBytes(file);
  const source = options.name ?? toSourceName(file);
  if (!slugSchema.safeParse(source).success)
    throw refuse(
      file,
      'add/name',
      `Unexpected name ${source || '(none)'} for the source, expected lower-case letters, digits and single hyphens. Give one with --name.`,
    );
  const folder = join(content, 'sources', source);
  if (existsSync(folder))
    throw refuse(
      folder,
      'add/exists',
      'Unexpected folder, expected none: a source is never written over. Give another --name, or remove the folder yourself.',
    );
  const collection = readCollection(content);
  const recipes = readRecipes(content);
  const taken = recipes.flatMap(({ documents }) => documents.map((document) => document.slug));
  const slug = options.slug ?? proposeSlug(source, taken);
  if (!isFree(slug, taken))
    throw refuse(
      file,
      'add/slug',
      `Unexpected slug ${slug}, expected lower-case letters, digits and single hyphens, of no other document and no page of the site. Give another --slug.`,
    );

  const { toAdd, ...kinds } = chooseKinds(options.kind, collection, recipes);
  const { kind, language } = options;
  const recipe = proposeRecipe({ bytes, file, kind, slug, ...(language && { language }), ...kinds });
  writeFolder(content, folder, bytes, recipe);
  return { source, slug, folder, toAdd };
}

function readBytes(file: string): Buffer {
  if (!existsSync(file) || !statSync(file).isFile())
    throw refuse(file, 'add/missing-file', 'Unexpected path without a file, expected one. Correct the path.');
  const bytes = readFileSync(file);
  if (bytes.length === 0)
    throw refuse(file, 'add/empty-file', 'Unexpected file without bytes, expected a text. Ask for it again.');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const guess = guessEncoding(bytes);
    throw refuse(
      file,
      'add/encoding',
      `Unexpected bytes that are no UTF-8${guess ? ` and look like ${guess}` : ''}, expected UTF-8. Ask for the text in UTF-8; or convert a copy, add that, and say so in the description: it is another source.`,
    );
  }
  return bytes;
}

/** The recipes of the collection, but for those that are wrong: the import says so. */
function readRecipes(content: string): Recipe[] {
  if (!existsSync(join(content, 'sources'))) return [];
  return readSourceFolders(content).flatMap((folder) => {
    try {
      return [readFolderRecipe(folder).recipe];
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      return [];
    }
  });
}

function proposeSlug(source: string, taken: readonly string[]): string {
  const numbered = Array.from(
    { length: taken.length + 1 },
    (_, index) => `${source.slice(0, 60)}-${index + 2}`,
  );
  return [source, ...numbered].find((slug) => isFree(slug, taken)) ?? source;
}

function isFree(slug: string, taken: readonly string[]): boolean {
  return slugSchema.safeParse(slug).success && !reservedSlugs.includes(slug) && !taken.includes(slug);
}

function writeFolder(content: string, folder: string, bytes: Uint8Array, recipe: string): void {
  const staging = join(content, '.add-staging');
  try {
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    writeFileSync(join(staging, 'source.txt'), bytes);
    writeFileSync(join(staging, 'recipe.yaml'), recipe);
    mkdirSync(join(content, 'sources'), { recursive: true });
    renameSync(staging, folder);
  } catch (error) {
    throw refuse(
      folder,
      'add/write',
      `Unexpected fault while writing (${(error as Error).message}), expected room and leave to write.`,
    );
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function refuse(file: string, rule: string, message: string): ImportError {
  return new ImportError([{ file, rule, message }]);
}
