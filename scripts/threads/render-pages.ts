import { parentPort, workerData } from 'node:worker_threads';
import { build } from 'astro';

/** Where Astro writes the pages, and what it remembers while it does. */
export interface PageFolders {
  readonly outDir: string;
  readonly cacheDir: string;
}

await build({ logLevel: 'warn', ...(workerData as PageFolders) });
parentPort?.postMessage('done');
