import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readCollection,
  readDocuments,
  readRelations,
  readScriptExceptions,
} from '../../src/content/content-files.ts';
import { toDocumentData } from '../../src/lib/export/to-document-data.ts';
import { ImportError } from '../../src/lib/import/index.ts';
import { compareByDate } from '../../src/lib/reader/describe-date.ts';
import { locateProblem } from '../../src/lib/relate/locate-problem.ts';
import { relateCollection } from '../../src/lib/relate/relate-collection.ts';
import { createConverter } from '../../src/lib/script/create-converter.ts';
import type { RelationsData } from '../../src/schemas/relations-data.ts';
import { writeGenerated } from '../write-generated.ts';

/**
 * Relate the documents of a folder of content, and write `relations/`.
 * @throws ImportError where a decision does not fit the texts, at its place; nothing is written then
 */
export function relateContent(content: string): RelationsData {
  try {
    const collection = readCollection(content);
    const related = relateCollection({
      documents: readDocuments(content)
        .sort(compareByDate(collection.order))
        .map((document) => toDocumentData(document, new Map(), collection)),
      relations: readRelations(content),
      convert: createConverter(readScriptExceptions(content)),
    });
    const files = Object.entries(related).map(
      ([name, data]) => [`relations/${name}.json`, `${JSON.stringify(data, null, 2)}\n`] as const,
    );
    writeGenerated(content, new Map(files), { relations: '.json' });
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
