import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'astro';
import type { auditContent } from '../src/content/audit-content.ts';
import { readBuildOptions } from './build-options.ts';
import { addToSite } from './steps/add-to-site.ts';

const { dist, settings } = readBuildOptions();

// The build asks no other host for anything, and tells none about itself.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// What it keeps between its steps is its own: builds may run side by side.
const cacheDir = mkdtempSync(join(tmpdir(), 'duben-build-'));
process.on('exit', () => rmSync(cacheDir, { recursive: true, force: true }));
try {
  // A large collection takes some time to audit: that is done beside the pages, which are thrown away if it fails.
  const audit = auditBeside(settings.content);
  await build({ logLevel: 'warn', outDir: dist, cacheDir });
  console.log('Built the pages.');
  const { report, undecided } = await audit;
  if (undecided > 0) {
    rmSync(dist, { recursive: true, force: true });
    throw new Error(report);
  }
  await addToSite(dist, console.log);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

function auditBeside(content: string): Promise<ReturnType<typeof auditContent>> {
  const worker = new Worker(new URL('audit-worker.ts', import.meta.url), { workerData: content });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
