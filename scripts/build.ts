import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { build } from 'astro';
import { auditContent } from '../src/content/audit-content.ts';
import { readBuildOptions } from './build-options.ts';
import { addToSite } from './steps/add-to-site.ts';

const { dist, settings } = readBuildOptions();

const { report, undecided } = auditContent(settings.content);
if (undecided > 0) {
  console.error(report);
  process.exit(1);
}

// The build asks no other host for anything, and tells none about itself.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// What it keeps between its steps is its own: builds may run side by side.
const cacheDir = mkdtempSync(join(tmpdir(), 'duben-build-'));
process.on('exit', () => rmSync(cacheDir, { recursive: true, force: true }));
const outDir = isInProject(dist) ? dist : makeOutDir();
try {
  await build({ logLevel: 'warn', outDir, cacheDir });
  if (outDir !== dist) {
    rmSync(dist, { recursive: true, force: true });
    cpSync(outDir, dist, { recursive: true });
  }
  await addToSite(dist, console.log);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

function isInProject(folder: string): boolean {
  const path = relative('.', folder);
  return !path.startsWith('..') && !isAbsolute(path);
}

/** A folder in the project: for one outside of it, Astro keeps what it renders pages with in one place for all builds. */
function makeOutDir(): string {
  mkdirSync('.astro', { recursive: true });
  const folder = mkdtempSync(join('.astro', 'dist-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
