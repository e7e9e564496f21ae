import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  listDocumentFiles,
  readCollection,
  readDocumentFile,
  readRelations,
  readScriptExceptions,
} from '../src/content/content-files.ts';
import { toDocumentData } from '../src/lib/export/to-document-data.ts';
import { ImportError } from '../src/lib/import/index.ts';
import { formatProblem, type Problem } from '../src/lib/import/problem.ts';
import { compareByDate } from '../src/lib/reader/describe-date.ts';
import { type Digest, digestDocument } from '../src/lib/relate/digest.ts';
import { locateProblem } from '../src/lib/relate/locate-problem.ts';
import { compareFold, type KeptPairs, relateCollection } from '../src/lib/relate/relate-collection.ts';
import { createConverter } from '../src/lib/script/create-converter.ts';
import type { DocumentData } from '../src/schemas/data.ts';
import type { Parallel } from '../src/schemas/relations-data.ts';
import { hashOf, openKeptWork } from './kept-work.ts';
import { writeGenerated } from './write-generated.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });
const { content } = values;

try {
  const start = performance.now();
  const collection = readCollection(content);
  const exceptions = readScriptExceptions(content);
  const convert = createConverter(exceptions);
  const decisions = JSON.stringify(exceptions);

  const digests = openKeptWork<Digest>(content, 'digests');
  const done = new Map<string, Digest>();
  const documents = listDocumentFiles(content).map((file) => {
    const hash = hashOf(readFileSync(file), decisions);
    let data: DocumentData | undefined;
    const read = () => {
      data ??= toDocumentData(readDocumentFile(file).document, new Map(), collection);
      return data;
    };
    const digest = digests.get(hash) ?? digestDocument(read(), compareFold, convert);
    done.set(hash, digest);
    return { hash, digest, read, slug: digest.slug, date: digest.date };
  });
  const { keptPairs, keep } = openPairs(new Map(documents.map(({ slug, hash }) => [slug, hash])));

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
  digests.replace(done);
  keep();
  const { witnesses, parallels, quotations, mentions } = related;
  const differences = witnesses.reduce((sum, collation) => sum + collation.differences.length, 0);
  console.log(
    `Related: ${differences} differences of ${witnesses.length} witnesses, ${parallels.length} parallels, ` +
      `${quotations.length} quotations, ${mentions.length} mentions, in ${Math.round(performance.now() - start)} ms.`,
  );
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  const file = join(content, 'relations.yaml');
  const isEditors = (problem: Problem) => problem.file === 'relations.yaml';
  for (const problem of error.problems)
    console.error(
      formatProblem(isEditors(problem) ? locateProblem(problem, file, readFileSync(file, 'utf8')) : problem),
    );
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}

/** What is kept of pairs of documents, as long as both texts are the same. */
function openPairs(hashes: ReadonlyMap<string, string>) {
  const kept = openKeptWork<readonly Parallel[]>(content, 'pairs');
  const done = new Map<string, readonly Parallel[]>();
  const key = (from: string, to: string) => hashOf(hashes.get(from) ?? '', hashes.get(to) ?? '');
  const keptPairs: KeptPairs = {
    get: (from, to) => kept.get(key(from, to)),
    set: (from, to, parallels) => done.set(key(from, to), parallels),
  };
  return { keptPairs, keep: () => kept.replace(done) };
}
