import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ImportError,
  type ImportedSource,
  type Problem,
  readFolderRecipe,
} from '../../src/lib/import/index.ts';
import {
  type AddedReport,
  listDecisions,
  listPlaces,
  toReportPage,
} from '../../src/lib/import/propose/index.ts';
import { toSourceText } from '../../src/lib/text/source-text.ts';
import type { Recipe } from '../../src/schemas/recipe.ts';
import { importContent } from './import-content.ts';

/**
 * Import the content, and report on one source of it: what is undecided, refused and in doubt, and where its lines went.
 * The page is written beside the content, into `.duben/`.
 */
export function reportOnSource(content: string, id: string): { report: AddedReport; page: string } {
  const { source: imported, problems } = tryImport(content, id);
  const report = describeSource(content, id, imported, problems);
  const folder = join(content, '..', '.duben');
  const page = join(folder, `add-${id}.html`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(page, toReportPage(report));
  return { report, page };
}

function tryImport(content: string, id: string) {
  try {
    const { sources } = importContent(content);
    return { source: sources.find((source) => source.id === id), problems: [] };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { source: undefined, problems: error.problems };
  }
}

function describeSource(
  content: string,
  id: string,
  imported: ImportedSource | undefined,
  problems: readonly Problem[],
): AddedReport {
  const sourceFile = join(content, 'sources', id, 'source.txt');
  const recipeFile = join(content, 'sources', id, 'recipe.yaml');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(sourceFile));
  const recipe = readFileSync(recipeFile);
  return {
    source: id,
    sourceFile,
    recipeFile,
    decisions: listDecisions(recipe.toString('utf8')),
    problems,
    doubts: imported?.doubts ?? [],
    lines: listPlaces(toSourceText(id, sourceFile, text), {
      ledger: imported?.ledger,
      recipe: readIfRight(recipe, recipeFile),
    }),
  };
}

function readIfRight(recipe: Uint8Array, recipeFile: string): Recipe | undefined {
  try {
    return readFolderRecipe({ recipe, recipeFile }).recipe;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return undefined;
  }
}
