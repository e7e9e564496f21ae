import { parentPort, workerData } from 'node:worker_threads';
import { openBuiltSite } from '../steps/built-site.ts';
import { isTakenAway, lintSite } from '../steps/lint-site.ts';

/** Lint a folder's pages, while what is taken away is made of them. */
parentPort?.postMessage(lintSite(openBuiltSite(workerData as string), (path) => !isTakenAway(path)));
