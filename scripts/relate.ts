import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  readCollection,
  readDocuments,
  readRelations,
  readScriptExceptions,
} from '../src/content/content-files.ts';
import { toDocumentData } from '../src/lib/export/to-document-data.ts';
import { ImportError } from '../src/lib/import/index.ts';
import { formatProblem, type Problem } from '../src/lib/import/problem.ts';
import { compareByDate } from '../src/lib/reader/describe-date.ts';
import { locateProblem } from '../src/lib/relate/locate-problem.ts';
import { relateCollection } from '../src/lib/relate/relate-collection.ts';
import { createConverter } from '../src/lib/script/create-converter.ts';
import { writeGenerated } from './write-generated.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const start = performance.now();
  const collection = readCollection(values.content);
  const related = relateCollection({
    documents: readDocuments(values.content)
      .sort(compareByDate(collection.order))
      .map((document) => toDocumentData(document, new Map(), collection)),
    relations: readRelations(values.content),
    convert: createConverter(readScriptExceptions(values.content)),
  });
  const files = Object.entries(related).map(
    ([name, data]) => [`relations/${name}.json`, `${JSON.stringify(data, null, 2)}\n`] as const,
  );
  writeGenerated(values.content, new Map(files), { relations: '.json' });
  const { witnesses, parallels, quotations, mentions } = related;
  const differences = witnesses.reduce((sum, collation) => sum + collation.differences.length, 0);
  console.log(
    `Related: ${differences} differences of ${witnesses.length} witnesses, ${parallels.length} parallels, ` +
      `${quotations.length} quotations, ${mentions.length} mentions, in ${Math.round(performance.now() - start)} ms.`,
  );
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  const file = join(values.content, 'relations.yaml');
  const isEditors = (problem: Problem) => problem.file === 'relations.yaml';
  for (const problem of error.problems)
    console.error(
      formatProblem(isEditors(problem) ? locateProblem(problem, file, readFileSync(file, 'utf8')) : problem),
    );
  console.error(`Nothing was written: ${error.problems.length} to mend.`);
  process.exitCode = 1;
}
