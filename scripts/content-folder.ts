import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { readDocument } from '../src/lib/document/read-document.ts';
import { type CollectionState, ImportError, type SourceFolder } from '../src/lib/import/index.ts';
import { type Collection, collectionSchema } from '../src/schemas/collection.ts';
import { type Permalinks, permalinksSchema } from '../src/schemas/permalinks.ts';

/** Read the folders of `content/sources`, in the order of their names. */
export function readSourceFolders(content: string): SourceFolder[] {
  const root = join(content, 'sources');
  return listFolders(root).map((id) => {
    const sourceFile = join(root, id, 'source.txt');
    const recipeFile = join(root, id, 'recipe.yaml');
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
      throw refuse(
        join(root, id),
        'import/slug',
        `Unexpected folder name ${id}, expected lower-case letters, digits and hyphens. Rename it.`,
      );
    for (const file of [sourceFile, recipeFile])
      if (!existsSync(file))
        throw refuse(
          file,
          'import/missing-file',
          'Unexpected folder without this file, expected source.txt and recipe.yaml. Add it.',
        );
    return {
      id,
      sourceFile,
      recipeFile,
      bytes: readFileSync(sourceFile),
      recipe: readFileSync(recipeFile, 'utf8'),
    };
  });
}

/** Read what the collection says of itself and what earlier imports published. */
export function readCollectionState(content: string): CollectionState {
  const collectionFile = join(content, 'collection.yaml');
  const permalinksFile = join(content, 'permalinks.json');
  return {
    collectionFile,
    permalinksFile,
    collection: readCollection(content),
    permalinks: readPermalinks(permalinksFile),
    documents: new Map(readDocuments(content).map((document) => [document.slug, document])),
  };
}

/** `content/collection.yaml`. @throws ImportError where it is missing or wrong. */
export function readCollection(content: string): Collection {
  const file = join(content, 'collection.yaml');
  if (!existsSync(file))
    throw refuse(
      file,
      'import/missing-file',
      'Unexpected content folder without this file, expected the collection described. Add it.',
    );
  const parsed = collectionSchema.safeParse(parseYaml(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(
    file,
    'import/collection',
    `Unexpected ${issue?.path.join('.')}, ${issue?.message}. Correct it.`,
  );
}

/** The documents as last imported, in the order of their slugs. */
export function readDocuments(content: string) {
  const folder = join(content, 'documents');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readDocument(readFileSync(join(folder, name), 'utf8'), join(folder, name)));
}

function readPermalinks(file: string): Permalinks {
  if (!existsSync(file)) return {};
  const parsed = permalinksSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw refuse(
    file,
    'import/permalinks',
    'Unexpected register, expected ids with their SHA-256. Restore it from git: it is append-only.',
  );
}

/**
 * Write generated files: all beside their places first, then all renamed, so that a fault while writing leaves
 * the content as it was. Files of `documents/` and `ledger/` that are generated no more are removed.
 */
export function writeGenerated(content: string, files: ReadonlyMap<string, string>): void {
  const staging = join(content, '.import-staging');
  rmSync(staging, { recursive: true, force: true });
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      mkdirSync(dirname(join(content, path)), { recursive: true });
      writeFileSync(join(staging, path), text);
    }
    for (const path of files.keys()) renameSync(join(staging, path), join(content, path));
    for (const folder of ['documents', 'ledger'])
      for (const name of existsSync(join(content, folder)) ? readdirSync(join(content, folder)) : [])
        if (!files.has(`${folder}/${name}`)) rmSync(join(content, folder, name));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function listFolders(root: string): string[] {
  if (!existsSync(root))
    throw refuse(
      root,
      'import/missing-file',
      'Unexpected content folder without sources, expected content/sources/<source>/. Add one.',
    );
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function refuse(file: string, rule: string, message: string): ImportError {
  return new ImportError([{ file, rule, message }]);
}
