import { parentPort, workerData } from 'node:worker_threads';
import { auditContent } from '../../src/content/audit-content.ts';
import { openContent } from '../../src/content/read-content.ts';
import { readSettings } from '../../src/content/settings.ts';
import { openBuiltSite } from '../steps/built-site.ts';
import { indexSearch, type SearchStep } from '../steps/index-search.ts';
import { type WrittenTexts, writeTexts } from '../steps/write-downloads.ts';
import { writeSiteFiles } from '../steps/write-site-files.ts';

/** What needs the content, but none of the pages. */
export type Beside =
  | { readonly undecided: string }
  | { readonly files: string; readonly search: SearchStep; readonly texts: WrittenTexts };

/** The audit of the scripts, and, written to a folder, what is no page: data, citations, the search index, the texts. */
async function workBeside(folder: string): Promise<Beside> {
  const settings = readSettings();
  const content = openContent(settings.content);
  const site = openBuiltSite(folder, settings, content);
  // The index is made in a process of its own: it is begun first, and the rest is made while that works.
  const [search, { audit, files, texts }] = await Promise.all([indexSearch(site), workMeanwhile()]);
  return audit.undecided > 0 ? { undecided: audit.report } : { files, search, texts };

  async function workMeanwhile() {
    const files = await writeSiteFiles(site);
    const audit = await auditContent(content);
    return { files, audit, texts: await writeTexts(site) };
  }
}

parentPort?.postMessage(await workBeside(workerData as string));
