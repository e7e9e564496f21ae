import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  listDocumentFiles,
  readCollection,
  readDocumentFile,
  readRelations,
  readScriptExceptions,
} from '../../src/content/content-files.ts';
import { toDocumentData } from '../../src/lib/export/to-document-data.ts';
import { ImportError } from '../../src/lib/import/index.ts';
import { compareByDate } from '../../src/lib/reader/describe-date.ts';
import { type Digest, digestDocument } from '../../src/lib/relate/digest.ts';
import { locateProblem } from '../../src/lib/relate/locate-problem.ts';
import { type KeptPairs, relateCollection } from '../../src/lib/relate/relate-collection.ts';
import { type Convert, createConverter } from '../../src/lib/script/create-converter.ts';
import { wholeFold } from '../../src/lib/search/whole-fold.ts';
import type { Collection } from '../../src/schemas/collection.ts';
import type { DocumentData } from '../../src/schemas/data.ts';
import type { Parallel, RelationsData } from '../../src/schemas/relations-data.ts';
import type { ScriptException } from '../../src/schemas/script-exceptions.ts';
import { hashOf, openKeptWork } from '../kept-work.ts';
import { withLockedContent } from '../lock-content.ts';
import { writeGenerated } from '../write-generated.ts';

/**
 * Relate the documents of a folder of content, and write `relations/`. What has been found of texts that are the same is
 * not looked for again.
 * @throws ImportError where a decision does not fit the texts, at its place; nothing is written then
 */
export function relateContent(content: string): RelationsData {
  return withLockedContent(content, () => relateLocked(content));
}

function relateLocked(content: string): RelationsData {
  try {
    const collection = readCollection(content);
    const exceptions = readScriptExceptions(content);
    const convert = createConverter(exceptions);
    const { documents, keepDigests } = readDigests(content, collection, exceptions, convert);
    const { keptPairs, keepPairs } = openPairs(
      content,
      new Map(documents.map(({ slug, hash }) => [slug, hash])),
    );
    const related = relateCollection({
      documents: documents.sort(compareByDate(collection.order)),
      relations: readRelations(content),
      convert,
      keptPairs,
    });
    const files = Object.entries(related).map(
      ([name, data]) => [`relations/${name}.json`, `${JSON.stringify(data, null, 2)}\n`] as const,
    );
    writeGenerated(content, new Map(files), { relations: '.json' });
    keepDigests();
    keepPairs();
    return related;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const file = join(content, 'relations.yaml');
    throw new ImportError(
      error.problems.map((problem) =>
        problem.file === 'relations.yaml'
          ? locateProblem(problem, file, readFileSync(file, 'utf8'))
          : problem,
      ),
    );
  }
}

/** The documents by their digests; a text is read where it has changed, or is asked for. */
function readDigests(
  content: string,
  collection: Collection,
  exceptions: readonly ScriptException[],
  convert: Convert,
) {
  // A text is compared as it is converted.
  const decisions = JSON.stringify(exceptions);
  const kept = openKeptWork<Digest>(content, 'digests');
  const done = new Map<string, Digest>();
  const documents = listDocumentFiles(content).map((file) => {
    const hash = hashOf(readFileSync(file), decisions);
    let data: DocumentData | undefined;
    const read = () => {
      data ??= toDocumentData(readDocumentFile(file), new Map(), collection);
      return data;
    };
    const digest = kept.get(hash) ?? digestDocument(read(), wholeFold, convert);
    done.set(hash, digest);
    return { hash, digest, read, slug: digest.slug, date: digest.date };
  });
  return { documents, keepDigests: () => kept.replace(done) };
}

/** What is kept of pairs of documents, as long as both texts are the same. */
function openPairs(content: string, hashes: ReadonlyMap<string, string>) {
  const kept = openKeptWork<readonly Parallel[]>(content, 'pairs');
  const done = new Map<string, readonly Parallel[]>();
  const key = (from: string, to: string) => hashOf(hashes.get(from) ?? '', hashes.get(to) ?? '');
  const keptPairs: KeptPairs = {
    get: (from, to) => kept.get(key(from, to)),
    set: (from, to, parallels) => done.set(key(from, to), parallels),
  };
  return { keptPairs, keepPairs: () => kept.replace(done) };
}
