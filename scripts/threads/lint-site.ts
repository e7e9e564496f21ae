import { parentPort, workerData } from 'node:worker_threads';
import { openBuiltSite } from '../steps/built-site.ts';
import { lintSite } from '../steps/lint-site.ts';

parentPort?.postMessage(lintSite(openBuiltSite(workerData as string)));
