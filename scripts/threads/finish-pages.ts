import { parentPort, workerData } from 'node:worker_threads';
import { openBuiltSite } from '../steps/built-site.ts';
import { finishPages, type Relay } from '../steps/finish-pages.ts';
import { isTakenAway, lintSite } from '../steps/lint-site.ts';

/** Some files of a folder, and the scripts that pages load by a way round. */
export interface RenderedPages {
  readonly dist: string;
  readonly paths: readonly string[];
  readonly relays: readonly Relay[];
}

const { dist, paths, relays } = workerData as RenderedPages;
const site = openBuiltSite(dist);
finishPages(site, paths, relays);
parentPort?.postMessage(
  lintSite(
    site,
    paths.filter((path) => !isTakenAway(path)),
  ),
);
