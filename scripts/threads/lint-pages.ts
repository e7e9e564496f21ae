import { parentPort, workerData } from 'node:worker_threads';
import { openBuiltSite } from '../steps/built-site.ts';
import { lintSite } from '../steps/lint-site.ts';

/** Files of a folder, while others are still written. */
export interface LintedPages {
  readonly dist: string;
  readonly paths: readonly string[];
}

const { dist, paths } = workerData as LintedPages;
parentPort?.postMessage(lintSite(openBuiltSite(dist), paths));
