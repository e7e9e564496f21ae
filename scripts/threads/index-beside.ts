import { parentPort, workerData } from 'node:worker_threads';
import { auditContent } from '../../src/content/audit-content.ts';
import { openContent } from '../../src/content/read-content.ts';
import { readSettings } from '../../src/content/settings.ts';
import { openBuiltSite } from '../steps/built-site.ts';
import { indexSearch, type SearchStep } from '../steps/index-search.ts';
import { writeSiteFiles } from '../steps/write-site-files.ts';

/** What needs the content, but none of the pages. */
export type Beside = { readonly undecided: string } | { readonly files: string; readonly search: SearchStep };

/** The audit of the scripts, and, written to a folder, what is no page: data, citations, the search index. */
async function workBeside(folder: string): Promise<Beside> {
  const settings = readSettings();
  const content = openContent(settings.content);
  const site = openBuiltSite(folder, settings, content);
  const files = writeSiteFiles(site);
  const [search, { report, undecided }] = await Promise.all([indexSearch(site), auditContent(content)]);
  return undecided > 0 ? { undecided: report } : { files, search };
}

parentPort?.postMessage(await workBeside(workerData as string));
