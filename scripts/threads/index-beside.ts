import { parentPort, workerData } from 'node:worker_threads';
import { auditContent } from '../../src/content/audit-content.ts';
import { openContent } from '../../src/content/read-content.ts';
import { readSettings } from '../../src/content/settings.ts';
import { openBuiltSite } from '../steps/built-site.ts';
import { indexSearch, type SearchStep } from '../steps/index-search.ts';

/** What needs the content, but none of the pages. */
export type Beside = { readonly undecided: string } | { readonly search: SearchStep };

/** The audit of the scripts, and the search index, which is written to a folder. */
async function workBeside(folder: string): Promise<Beside> {
  const settings = readSettings();
  const content = openContent(settings.content);
  const { report, undecided } = auditContent(content);
  if (undecided > 0) return { undecided: report };
  return { search: await indexSearch(openBuiltSite(folder, settings, content)) };
}

parentPort?.postMessage(await workBeside(workerData as string));
