import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCollection, readDocuments, readEditions, readPermalinks } from '../src/content/content-files.ts';
import { checkEditions } from '../src/lib/editions/check-editions.ts';
import { ImportError } from '../src/lib/import/index.ts';
import { formatProblem } from '../src/lib/import/problem.ts';
import { checkPermalinks } from '../src/lib/ledger/check-permalinks.ts';
import { sha256 } from '../src/lib/text/sha256.ts';

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

try {
  const file = join(values.content, 'permalinks.json');
  const permalinks = readPermalinks(values.content);
  const documents = readDocuments(values.content);
  const editions = readEditions(values.content);
  const { edition } = readCollection(values.content);
  const problems = [
    ...checkEditions(editions, permalinks, file, edition),
    ...checkPermalinks(
      file,
      permalinks,
      new Map(documents.map((document) => [document.slug, document])),
      sha256,
    ).map(({ file: place, message }) => ({ file: place, rule: 'editions/register', message })),
  ];
  for (const problem of problems) console.error(formatProblem(problem));
  const ids = Object.values(permalinks).flatMap((document) => Object.keys(document));
  if (problems.length > 0) process.exitCode = 1;
  else
    console.log(
      `Permalinks hold: ${ids.length} ids, ${editions.length} editions, none lost, moved or reused.`,
    );
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
