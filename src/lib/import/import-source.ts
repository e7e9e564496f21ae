import type { Document } from '../../schemas/document.ts';
import type { Ledger } from '../../schemas/ledger.ts';
import type { RecipeDocument } from '../../schemas/recipe.ts';
import { sectionOfId } from '../document/block-id.ts';
import { sha256 } from '../text/sha256.ts';
import { buildLedger } from './build-ledger.ts';
import { checkSize } from './check-size.ts';
import { checkStatements } from './check-statements.ts';
import { decodeSource } from './decode-source.ts';
import { findLookAlikes } from './find-look-alikes.ts';
import { type DocumentPermalinks, nameBlocks } from './name-blocks.ts';
import { openSections } from './open-sections.ts';
import { placeMarks } from './place-marks.ts';
import { type Problem, throwIfAny } from './problem.ts';
import { type ReadRecipe, readRecipe } from './read-recipe.ts';
import { type Doubt, textOf } from './reading.ts';
import { endsSentence } from './text-layer/find-paragraph-ends.ts';
import { readTextLayer } from './text-layer/read-text-layer.ts';
import { readWebPage } from './web-page/read-web-page.ts';

/** One folder of `content/sources`, as read. Paths are only named in messages. */
export interface SourceFolder {
  readonly id: string;
  readonly sourceFile: string;
  readonly bytes: Uint8Array;
  readonly recipeFile: string;
  readonly recipe: Uint8Array;
}

/** What the collection knows before the import. */
export interface Published {
  permalinks(slug: string): DocumentPermalinks;
  /** Texts by id of a document as last imported. */
  texts(slug: string): ReadonlyMap<string, string>;
  readonly kinds: readonly string[];
  readonly sourceKinds: readonly string[];
}

export interface ImportedSource {
  readonly id: string;
  readonly file: string;
  readonly read: ReadRecipe;
  readonly documents: readonly Document[];
  readonly permalinks: ReadonlyMap<string, DocumentPermalinks>;
  readonly ledger: Ledger;
  readonly doubts: readonly Doubt[];
}

/**
 * Import one source: bytes → text → blocks by document → sections → ids → gaps and notes → ledger.
 * @throws ImportError with every fault found, before anything is written.
 */
export function importSource(folder: SourceFolder, published: Published): ImportedSource {
  const read = readFolderRecipe(folder);
  const { recipe } = read;
  throwIfAny([...checkKinds(read, published), ...checkHash(read, folder)]);
  const source = decodeSource(folder.bytes, { id: folder.id, file: folder.sourceFile, allow: recipe.allow });

  const reading =
    recipe.reader === 'text-layer' ? readTextLayer(source, recipe, read) : readWebPage(source, recipe, read);
  throwIfAny(reading.problems);

  const problems: Problem[] = [];
  const doubts = [...reading.doubts];
  const permalinks = new Map<string, DocumentPermalinks>();
  const imported = recipe.documents.map((entry, index) => {
    const path = ['documents', index];
    const sectioned = openSections(source, reading.documents[index]?.blocks ?? [], entry.sections);
    const { blocks, permalinks: ids } = nameBlocks(
      sectioned.blocks.map((block) => ({ ...block, text: textOf(source, block.pieces) })),
      published.permalinks(entry.slug),
      published.texts(entry.slug),
    );
    permalinks.set(entry.slug, ids);
    throwIfAny(checkSize(source, entry.slug, blocks));
    for (const { id, pieces } of blocks)
      doubts.push(...findLookAlikes(source, `${entry.slug}#${id}`, pieces));
    const marks = placeMarks(source, read, entry, path, blocks, reading.leftOut);
    problems.push(
      ...sectioned.problems,
      ...marks.problems,
      ...checkParts(read, entry, path, blocks),
      ...checkStatements(source, read, entry, path),
    );
    const last = blocks.findLast(({ part }) => part === 'paragraph');
    // A web page is whole or refused; a text layer ends where the page ended.
    if (
      recipe.reader === 'text-layer' &&
      last &&
      !endsSentence(last.text) &&
      !marks.gaps.some(({ after }) => after === last.id)
    )
      doubts.push({
        line: Number(source.lines.find(({ to }) => to >= (last.pieces.at(-1)?.from ?? 0))?.number),
        message: `…${last.text.slice(-8)}  ${entry.slug} ends inside a sentence, and no gap says so`,
      });
    const document: Document = {
      slug: entry.slug,
      kind: entry.kind,
      lang: entry.language ?? recipe.language,
      date: entry.date?.value ?? null,
      dateBasis: entry.date?.basis ?? null,
      ...(entry.bodies.length > 0 && { bodies: entry.bodies.map(({ name }) => name) }),
      ...(entry.persons.length > 0 && { persons: entry.persons.map(({ name }) => name) }),
      ...(entry.origin && { origin: entry.origin }),
      source: folder.id,
      sha256: recipe.sha256,
      blocks: blocks.map(({ id, part, text }) => ({ id, part, section: sectionOfId(id), text })),
      gaps: marks.gaps,
      notes: marks.notes,
    };
    return { document, slug: entry.slug, blocks, parts: entry.segments.map(({ part }) => part) };
  });
  throwIfAny(problems);

  const { ledger, problems: unaccounted } = buildLedger(source, recipe.sha256, imported, reading.leftOut);
  throwIfAny(unaccounted);
  return {
    id: folder.id,
    file: folder.sourceFile,
    read,
    documents: imported.map(({ document }) => document),
    permalinks,
    ledger,
    doubts: doubts.sort((a, b) => a.line - b.line),
  };
}

/**
 * The recipe of a folder. It is text like a source: strictly UTF-8, nothing in it that nobody can see.
 * @throws ImportError as `decodeSource` and `readRecipe`.
 */
export function readFolderRecipe({
  recipe,
  recipeFile,
}: Pick<SourceFolder, 'recipe' | 'recipeFile'>): ReadRecipe {
  const { characters } = decodeSource(recipe, { id: 'recipe', file: recipeFile, what: 'recipe' });
  return readRecipe(characters.join(''), recipeFile);
}

function checkHash({ recipe, at }: ReadRecipe, { bytes, sourceFile }: SourceFolder): Problem[] {
  const hash = sha256(bytes);
  if (hash === recipe.sha256) return [];
  return [
    at(
      ['sha256'],
      'import/hash',
      `Unexpected SHA-256 ${hash} of ${sourceFile}, expected ${recipe.sha256}. Restore the received bytes; if another file was received, it is another source.`,
    ),
  ];
}

function checkKinds({ recipe, at }: ReadRecipe, { kinds, sourceKinds }: Published): Problem[] {
  const check = (path: PropertyKey[], kind: string, known: readonly string[], list: string) =>
    known.includes(kind)
      ? []
      : [
          at(
            path,
            'import/kind',
            `Unexpected kind ${kind}, expected one of ${known.join(', ')}. Name it under \`${list}\` in content/collection.yaml.`,
          ),
        ];
  return [
    ...check(['kind'], recipe.kind, sourceKinds, 'sourceKinds'),
    ...recipe.documents.flatMap(({ kind }, index) =>
      check(['documents', index, 'kind'], kind, kinds, 'kinds'),
    ),
  ];
}

function checkParts(
  read: ReadRecipe,
  { slug }: RecipeDocument,
  path: readonly PropertyKey[],
  blocks: readonly { part: string }[],
): Problem[] {
  if (!blocks.some(({ part }) => part === 'paragraph'))
    return [
      read.at(
        [...path, 'segments'],
        'import/empty-document',
        `Unexpected document ${slug} without a paragraph, expected text. Add a segment with \`part: text\`.`,
      ),
    ];
  const titles = blocks.filter(({ part }) => part === 'title').length;
  if (titles === 1 && blocks[0]?.part === 'title') return [];
  return [
    read.at(
      [...path, 'segments'],
      'import/title',
      `Unexpected ${titles} titles in ${slug}, expected one, as the first segment (wherever its lines stand). Correct the segments.`,
    ),
  ];
}
