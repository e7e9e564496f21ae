import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'astro';
import type { auditContent } from '../src/content/audit-content.ts';
import { readBuildOptions } from './build-options.ts';
import { addToSite } from './steps/add-to-site.ts';

const { dist, settings } = readBuildOptions();

// The build asks no other host for anything, and tells none about itself.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
try {
  refuseOwn(dist, settings.content);
  // A large collection takes some time to audit: that is done beside the pages.
  const audit = auditBeside(settings.content);
  // In the project: for a folder outside of it, Astro keeps what it renders pages with in one place for all builds.
  mkdirSync('.astro', { recursive: true });
  const outDir = makeFolder(join('.astro', 'dist-'));
  const cacheDir = makeFolder(join(tmpdir(), 'duben-build-'));
  const [{ report, undecided }] = await Promise.all([audit, build({ logLevel: 'warn', outDir, cacheDir })]);
  if (undecided > 0) throw new Error(report);
  await addToSite(outDir, console.log);
  rmSync(dist, { recursive: true, force: true });
  cpSync(outDir, dist, { recursive: true });
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

/** What is built takes the place of a folder: not of the project, nor of anything of its content. */
function refuseOwn(folder: string, content: string): void {
  const holds = (outer: string, inner: string) => !relative(outer, inner).startsWith('..');
  if (!holds(folder, '.') && !holds(folder, content) && !holds(content, folder)) return;
  throw new Error(
    `Unexpected --dist ${folder}, expected a folder of its own. It would be replaced: name another.`,
  );
}

/** A folder of this build's own, gone when it ends: builds may run side by side. */
function makeFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function auditBeside(content: string): Promise<ReturnType<typeof auditContent>> {
  const worker = new Worker(new URL('audit-worker.ts', import.meta.url), { workerData: content });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
