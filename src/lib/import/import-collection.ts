import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { Ledger } from '../../schemas/ledger.ts';
import type { Permalinks } from '../../schemas/permalinks.ts';
import { readDocument } from '../document/read-document.ts';
import { writeDocument } from '../document/write-document.ts';
import { checkLedger } from '../ledger/check-ledger.ts';
import { sha256 } from '../text/sha256.ts';
import { type ImportedSource, importSource, type Published, type SourceFolder } from './import-source.ts';
import { ImportError, nameFirst, type Problem, throwIfAny } from './problem.ts';

/** The collection as it stands before an import. */
export interface CollectionState {
  readonly collection: Collection;
  readonly collectionFile: string;
  readonly permalinks: Permalinks;
  readonly permalinksFile: string;
  /** By slug, as last imported; those of unchanged sources may be left out. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Sources that are as they were at an earlier import, and so is what was made of them: the ids of their documents. */
  readonly unchanged?: ReadonlyMap<string, Permalinks>;
}

export interface ImportedCollection {
  /** All but the unchanged ones. */
  readonly sources: readonly ImportedSource[];
  /** Content by path under `content/`: what the import makes of these sources, and the register of all. */
  readonly files: ReadonlyMap<string, string>;
  readonly permalinks: Permalinks;
}

/**
 * Import all sources that have changed. Pure: what is to be written is returned, and only if nothing is wrong anywhere.
 * @throws ImportError with the faults of all sources.
 */
export function importCollection(
  folders: readonly SourceFolder[],
  state: CollectionState,
): ImportedCollection {
  const problems: Problem[] = [];
  const changed = folders.filter(({ id }) => !state.unchanged?.has(id));
  const sources = changed.flatMap((folder): ImportedSource[] => {
    try {
      return [importSource(folder, toPublished(state))];
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      for (const problem of error.problems) problems.push(problem);
      return [];
    }
  });
  throwIfAny(problems);
  throwIfAny([...findDuplicates(sources, state), ...findLost(sources, state), ...findUnregistered(state)]);

  const kept = [...(state.unchanged?.values() ?? [])].flatMap((ids) => Object.entries(ids));
  const permalinks = Object.fromEntries(
    [...kept, ...sources.flatMap((source) => [...source.permalinks])].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const files = new Map<string, string>([
    ...sources.flatMap(({ documents }) =>
      documents.map((document) => [`documents/${document.slug}.md`, writeDocument(document)] as const),
    ),
    ...sources.map(({ id, ledger }) => [`ledger/${id}.json`, writeLedger(ledger)] as const),
    ['permalinks.json', `${JSON.stringify(permalinks, null, 2)}\n`],
  ]);
  throwIfAny(findUnproven(folders, sources, files));
  return { sources, files, permalinks };
}

/** What an import of one source knows of the collection. */
export function toPublished({ collection, permalinks, documents }: CollectionState): Published {
  return {
    kinds: Object.keys(collection.kinds),
    sourceKinds: Object.keys(collection.sourceKinds),
    permalinks: (slug) => permalinks[slug] ?? {},
    texts: (slug) => new Map(documents.get(slug)?.blocks.map(({ id, text }) => [id, text])),
  };
}

/** The documents of unchanged sources. */
function listUnchanged({ unchanged = new Map() }: CollectionState): { slug: string; source: string }[] {
  return [...unchanged].flatMap(([source, ids]) => Object.keys(ids).map((slug) => ({ slug, source })));
}

/** What is about to be written must read back as it is, and its ledger must prove it: the importer's own last check. */
function findUnproven(
  folders: readonly SourceFolder[],
  sources: readonly ImportedSource[],
  files: ReadonlyMap<string, string>,
): Problem[] {
  const bytesOf = new Map(folders.map(({ id, bytes }) => [id, bytes]));
  return sources.flatMap(({ id, file, read, documents, ledger }): Problem[] => {
    const bytes = bytesOf.get(id) ?? new Uint8Array();
    const written = documents.flatMap(({ slug }) => {
      const document = readBack(files.get(`documents/${slug}.md`) ?? '', `documents/${slug}.md`);
      return document ? [document] : [];
    });
    const bySlug = new Map(written.map((document) => [document.slug, document]));
    const differing = documents.filter(
      (document) => JSON.stringify(document) !== JSON.stringify(bySlug.get(document.slug)),
    );
    const findings =
      differing.length > 0
        ? differing.map(({ slug }) => `${slug} does not read back as it was imported`)
        : checkLedger({ file, bytes, ledger, recipe: read.recipe }, sha256, bySlug).map(
            ({ message }) => message,
          );
    return nameFirst(findings, (message) => ({
      file,
      rule: 'import/unproven',
      message: `Unexpected result (${message}), expected one that its ledger proves. This is a fault of the importer: report it with the source.`,
    }));
  });
}

/** A document as the site will read it, or undefined where it cannot. */
function readBack(markdown: string, file: string): Document | undefined {
  try {
    return readDocument(markdown, file);
  } catch {
    return undefined;
  }
}

/** Ids that stand in documents were published: a register without them has been damaged. */
function findUnregistered({ documents, permalinks, permalinksFile }: CollectionState): Problem[] {
  return [...documents.values()].flatMap(({ slug, blocks }): Problem[] => {
    const lost = blocks.find(({ id, part }) => part !== 'heading' && !permalinks[slug]?.[id]);
    if (!lost) return [];
    return [
      {
        file: permalinksFile,
        rule: 'import/permalinks',
        message: `Unexpected register without ${slug}#${lost.id}, expected every id of content/documents. It is append-only: restore it from git.`,
      },
    ];
  });
}

function findDuplicates(sources: readonly ImportedSource[], state: CollectionState): Problem[] {
  const owners = new Map(listUnchanged(state).map(({ slug, source }) => [slug, source]));
  return sources.flatMap(({ id, read, documents }) =>
    documents.flatMap(({ slug }, index): Problem[] => {
      const owner = owners.get(slug);
      owners.set(slug, id);
      if (owner === undefined) return [];
      return [
        read.at(
          ['documents', index, 'slug'],
          'import/duplicate-slug',
          `Unexpected slug ${slug} in ${id} and in ${owner}, expected each slug once. Rename one; published slugs stay.`,
        ),
      ];
    }),
  );
}

/** A published document never goes away, and the order of the collection names documents that exist. */
function findLost(sources: readonly ImportedSource[], state: CollectionState): Problem[] {
  const slugs = new Set(
    [...listUnchanged(state), ...sources.flatMap(({ documents }) => documents)].map(({ slug }) => slug),
  );
  const lost = (list: readonly string[], file: string, rule: string, advice: string) =>
    list
      .filter((slug) => !slugs.has(slug))
      .map(
        (slug): Problem => ({
          file,
          rule,
          message: `Unexpected ${slug}, which no recipe has, expected a document. ${advice}`,
        }),
      );
  return [
    ...lost(
      Object.keys(state.permalinks),
      state.permalinksFile,
      'import/lost-document',
      'Its address is published: restore its recipe.',
    ),
    ...lost(state.collection.order, state.collectionFile, 'import/order', 'Correct `order`.'),
  ];
}

/** One entry a line: a change shows as the lines it changes. */
function writeLedger({ entries, segments, ...head }: Ledger): string {
  const list = (values: readonly unknown[]) =>
    `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;
  const start = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${start},\n  "segments": ${list(segments)},\n  "entries": ${list(entries)}\n}\n`;
}
