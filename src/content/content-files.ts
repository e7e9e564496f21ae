import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { readDocument, splitFrontMatter } from '../lib/document/read-document.ts';
import type { EditionFile } from '../lib/editions/check-editions.ts';
import { findDeepYaml } from '../lib/import/find-deep-yaml.ts';
import { type CollectionState, ImportError, type SourceFolder } from '../lib/import/index.ts';
import { sha256 } from '../lib/text/sha256.ts';
import { type Aliases, aliasesSchema } from '../schemas/aliases.ts';
import { type Collection, collectionSchema } from '../schemas/collection.ts';
import type { Document } from '../schemas/document.ts';
import { editionSchema } from '../schemas/editions.ts';
import { slugSchema } from '../schemas/names.ts';
import { type Permalinks, permalinksSchema } from '../schemas/permalinks.ts';
import { type Relations, relationsSchema } from '../schemas/relations.ts';
import { type RelationsData, relationsDataSchema } from '../schemas/relations-data.ts';
import { type ScriptException, scriptExceptionsSchema } from '../schemas/script-exceptions.ts';

/** Read the folders of `content/sources`, in the order of their names. */
export function readSourceFolders(content: string): SourceFolder[] {
  const root = join(content, 'sources');
  return listFolders(root).map((id) => {
    const sourceFile = join(root, id, 'source.txt');
    const recipeFile = join(root, id, 'recipe.yaml');
    const named = slugSchema.safeParse(id);
    if (!named.success)
      throw refuse(
        join(root, id),
        'import/slug',
        `Unexpected folder name ${id}, ${named.error.issues[0]?.message}. Rename it.`,
      );
    for (const file of [sourceFile, recipeFile])
      if (!isThere(file))
        throw refuse(
          file,
          'import/missing-file',
          'Unexpected folder without this file, expected source.txt and recipe.yaml. Add it.',
        );
    return {
      id,
      sourceFile,
      recipeFile,
      bytes: readOwnFile(sourceFile),
      recipe: readOwnFile(recipeFile),
    };
  });
}

/** What is known before it is known which sources have changed. */
export interface KnownState extends Pick<CollectionState, 'collection' | 'permalinks'> {
  /** The whole register, drafts included. */
  readonly register: Permalinks;
}

/**
 * Read what the collection says of itself and what earlier imports published. A document that no edition has is a draft:
 * it may still change its slug, or go, and its ids begin anew with each import.
 * @param findUnchanged which sources are unchanged, as `CollectionState` has them: their documents are not read
 */
export function readCollectionState(
  content: string,
  findUnchanged: (known: KnownState) => NonNullable<CollectionState['unchanged']> = () => new Map(),
): CollectionState {
  const editions = readEditions(content).map(({ edition }) => edition);
  const published = new Set(
    editions.flatMap(({ documents, retired }) => [...Object.keys(documents), ...Object.keys(retired)]),
  );
  const register = readPermalinks(content);
  const known = {
    collection: readCollection(content),
    permalinks: Object.fromEntries(Object.entries(register).filter(([slug]) => published.has(slug))),
  };
  const unchanged = findUnchanged({ ...known, register });
  const left = new Set([...unchanged.values()].flatMap((ids) => Object.keys(ids)));
  return {
    ...known,
    collectionFile: join(content, 'collection.yaml'),
    permalinksFile: join(content, 'permalinks.json'),
    documents: new Map(
      readEarlierDocuments(content, left)
        .filter(({ slug }) => published.has(slug))
        .map((document) => [document.slug, document]),
    ),
    unchanged,
  };
}

/** `content/collection.yaml`. @throws ImportError where it is missing or wrong. */
export function readCollection(content: string): Collection {
  refuseUnfinished(content);
  const file = join(content, 'collection.yaml');
  if (!isThere(file))
    throw refuse(
      file,
      'import/missing-file',
      'Unexpected content folder without this file, expected the collection described. Add it.',
    );
  return parseWith(collectionSchema, file, parseYaml, 'import/collection');
}

/** `content/script-exceptions.yaml`, if there is one. @throws ImportError where it is wrong. */
export function readScriptExceptions(content: string): ScriptException[] {
  const file = join(content, 'script-exceptions.yaml');
  return parseIfThere(scriptExceptionsSchema, file, 'script/exceptions') ?? [];
}

/** `content/relations.yaml`, if there is one. @throws ImportError where it is wrong. */
export function readRelations(content: string): Relations {
  const file = join(content, 'relations.yaml');
  return parseIfThere(relationsSchema, file, 'relate/relations') ?? relationsSchema.parse({});
}

/** `content/relations/`, as `npm run relate` last made it. @throws ImportError where a file is missing or wrong. */
export function readRelationsData(content: string): RelationsData {
  const shape = relationsDataSchema.shape;
  const read = <Name extends keyof RelationsData>(name: Name) => {
    const file = join(content, 'relations', `${name}.json`);
    if (!isThere(file))
      throw refuse(
        file,
        'relate/missing-file',
        'Unexpected content folder without this file, expected what `npm run relate` makes. Run it.',
      );
    return [name, parseWith(shape[name], file, JSON.parse, 'relate/data')] as const;
  };
  const names = Object.keys(shape) as (keyof RelationsData)[];
  return relationsDataSchema.parse(Object.fromEntries(names.map(read)));
}

/** `content/aliases.yaml`, if there is one. @throws ImportError where it is wrong. */
export function readAliases(content: string): Aliases {
  return parseIfThere(aliasesSchema, join(content, 'aliases.yaml'), 'search/aliases') ?? [];
}

/** The documents as last imported, in the order of their slugs. */
export function readDocuments(content: string): Document[] {
  return listDocumentFiles(content).map((file) => readDocumentFile(file));
}

/** The same for an import, which makes them anew: a damaged one only means that its old texts are not known. */
function readEarlierDocuments(content: string, left: ReadonlySet<string>): Document[] {
  return listDocumentFiles(content).flatMap((file) => {
    if (left.has(basename(file, '.md'))) return [];
    try {
      return [readDocumentFile(file)];
    } catch {
      return [];
    }
  });
}

/** One generated document. @throws Error where `readDocument` does. */
export function readDocumentFile(file: string): Document {
  return readDocument(readOwnFile(file).toString(), file);
}

/** A generated document as it is written: its front matter (YAML), and its text as markdown. */
export function readMarkdown(
  content: string,
  slug: string,
): { readonly yaml: string; readonly body: string } {
  return splitFrontMatter(readOwnFile(join(content, 'documents', `${slug}.md`)).toString());
}

/** The paths of the generated documents, in the order of their slugs. */
export function listDocumentFiles(content: string): string[] {
  refuseUnfinished(content);
  const folder = join(content, 'documents');
  if (!isThere(folder)) return [];
  refuseUnlessFolder(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}

/** `content/permalinks.json`, or an empty register before the first import. */
export function readPermalinks(content: string): Permalinks {
  const file = join(content, 'permalinks.json');
  if (!isThere(file)) return {};
  const parsed = permalinksSchema.safeParse(parseFile(file, parseJson));
  if (parsed.success) return parsed.data;
  throw refuse(
    file,
    'import/permalinks',
    'Unexpected register, expected ids with their SHA-256. Restore it from git: it is append-only.',
  );
}

/** `content/editions/`, in the order of their dates. @throws ImportError where one is wrong. */
export function readEditions(content: string): EditionFile[] {
  const folder = join(content, 'editions');
  if (!isThere(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const edition = parseWith(editionSchema, file, JSON.parse, 'editions/syntax');
      return { file, sha256: sha256(readFileSync(file)), edition };
    });
}

/** Read and parse a file, or say which one cannot be parsed and why. */
function parseFile(file: string, parse: (text: string) => unknown): unknown {
  const text = readOwnFile(file).toString();
  try {
    return parse(text);
  } catch (error) {
    const [why] = (error as Error).message.split('\n');
    throw refuse(
      file,
      'import/syntax',
      `Unexpected content (${why}), expected a file that can be parsed. Mend it, or restore it from git.`,
    );
  }
}

/** JSON whose keys all stand for data: `__proto__` would be lost on the way. */
function parseJson(text: string): unknown {
  // However it is written: looking at each key of a long register takes as long as all else.
  if (!/__proto__|\\u/i.test(text)) return JSON.parse(text);
  return JSON.parse(text, (key, value) => {
    if (key === '__proto__') throw new Error('a key __proto__');
    return value;
  });
}

/** YAML without tags of its own, which would only be warned of. */
function parseYaml(text: string): unknown {
  if (findDeepYaml(text) !== undefined) throw new Error('values inside values, or a key that is none');
  const yaml = parseDocument(text);
  const [fault] = [...yaml.errors, ...yaml.warnings];
  if (fault) throw fault;
  return yaml.toJS();
}

/** Read, parse and check a file of the editor's, or say what is wrong in it. */
function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  parse: (text: string) => unknown,
  rule: string,
): z.output<Schema> {
  const parsed = schema.safeParse(parseFile(file, parse));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse(
    file,
    rule,
    `Unexpected ${issue?.path.join('.') || 'content'}, ${issue?.message}. Correct it.`,
  );
}

/** A YAML file of the editor's that a collection may do without. */
function parseIfThere<Schema extends z.ZodType>(schema: Schema, file: string, rule: string) {
  return isThere(file) ? parseWith(schema, file, parseYaml, rule) : undefined;
}

/** A folder of `content/sources` is a source; a link is none, wherever it leads. */
function listFolders(root: string): string[] {
  if (!isThere(root))
    throw refuse(
      root,
      'import/missing-file',
      'Unexpected content folder without sources, expected content/sources/<source>/. Add one.',
    );
  refuseUnlessFolder(root);
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => {
      refuseUnlessFolder(join(root, name));
      return name;
    })
    .sort();
}

/**
 * In bytes. What an editor gives: five million Han characters, as many as three of the longest novels have together. What
 * is generated grows with the collection: the register of 5,000 documents of 60 paragraphs has 29 MB.
 */
const largest = { given: 16_000_000, generated: 200_000_000 };

/**
 * Read a file of the content folder itself: what is copied, packed and published with it. A pipe would never end, and
 * a link may lead anywhere.
 * @throws ImportError `import/not-a-file`, `import/size` or `import/unreadable`.
 */
function readOwnFile(file: string): Buffer {
  const stats = lstatSync(file);
  if (!stats.isFile())
    throw refuse(
      file,
      'import/not-a-file',
      `Unexpected ${describeEntry(stats)}, expected a file. Put the file itself here.`,
    );
  const most = file.endsWith('.json') ? largest.generated : largest.given;
  if (stats.size > most)
    throw refuse(
      file,
      'import/size',
      `Unexpected file of ${stats.size} bytes, expected at most ${most}. Divide it.`,
    );
  try {
    return readFileSync(file);
  } catch (error) {
    throw refuse(
      file,
      'import/unreadable',
      `Unexpected fault while reading (${(error as NodeJS.ErrnoException).code}), expected leave to read. Mend its rights.`,
    );
  }
}

function refuseUnlessFolder(path: string): void {
  const stats = lstatSync(path);
  if (stats.isDirectory()) return;
  throw refuse(
    path,
    'import/not-a-folder',
    `Unexpected ${describeEntry(stats)}, expected a folder. Put the folder itself here.`,
  );
}

function describeEntry(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'symbolic link';
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'pipe or device';
}

/** Half of what a stopped command was writing is not read: see `scripts/write-generated.ts`. */
function refuseUnfinished(content: string): void {
  const plan = join(content, '.import-staging', 'plan.json');
  if (isThere(plan))
    throw refuse(
      plan,
      'import/unfinished',
      'Unexpected half of what another command is writing, or wrote when it was stopped, expected all of it. Wait for that command, or run `npm run import`, which completes it.',
    );
}

/** Whether anything is there, a link that leads nowhere included. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function refuse(file: string, rule: string, message: string): ImportError {
  return new ImportError([{ file, rule, message }]);
}
