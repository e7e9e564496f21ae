import { parentPort, workerData } from 'node:worker_threads';
import { build } from 'astro';
import { openBuiltSite } from '../steps/built-site.ts';
import { finishPages } from '../steps/finish-pages.ts';

/** Where Astro writes the pages, and what it remembers while it does. */
export interface PageFolders {
  readonly outDir: string;
  readonly cacheDir: string;
}

const folders = workerData as PageFolders;
await build({ logLevel: 'warn', ...folders });
parentPort?.postMessage(finishPages(openBuiltSite(folders.outDir)));
