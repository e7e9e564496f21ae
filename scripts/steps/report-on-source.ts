import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCollectionState, readSourceFolders } from '../../src/content/content-files.ts';
import {
  ImportError,
  type ImportedSource,
  importSource,
  type Problem,
  readFolderRecipe,
  toPublished,
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
  const report = describeSource(content, id, tryImport(content));
  const folder = join(content, '..', '.duben');
  const page = join(folder, `add-${id}.html`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(page, toReportPage(report));
  return { report, page };
}

function tryImport(content: string): readonly Problem[] {
  try {
    importContent(content);
    return [];
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return error.problems;
  }
}

/**
 * How one source stands, of which nothing is written.
 * @param problems why the content was refused when it was imported last: its own first, other sources' after them
 */
export function describeSource(content: string, id: string, problems: readonly Problem[]): AddedReport {
  const folder = join(content, 'sources', id);
  const [sourceFile, recipeFile] = [join(folder, 'source.txt'), join(folder, 'recipe.yaml')];
  const imported = importAlone(content, id);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(sourceFile));
  const recipe = readFileSync(recipeFile);
  const own = problems.filter(({ file }) => file === sourceFile || file === recipeFile);
  return {
    source: id,
    sourceFile,
    recipeFile,
    decisions: listDecisions(recipe.toString('utf8')),
    problems: own,
    elsewhere: problems.filter((problem) => !own.includes(problem)),
    doubts: imported?.doubts ?? [],
    lines: listPlaces(toSourceText(id, sourceFile, text), {
      ledger: imported?.ledger,
      recipe: readIfRight(recipe, recipeFile),
    }),
  };
}

/** The source as it would be imported, whatever is refused in others; undefined where it is refused itself. */
function importAlone(content: string, id: string): ImportedSource | undefined {
  try {
    const folder = readSourceFolders(content).find((other) => other.id === id);
    return folder && importSource(folder, toPublished(readCollectionState(content)));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return undefined;
  }
}

function readIfRight(recipe: Uint8Array, recipeFile: string): Recipe | undefined {
  try {
    return readFolderRecipe({ recipe, recipeFile }).recipe;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return undefined;
  }
}
