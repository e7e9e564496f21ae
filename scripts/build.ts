import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
try {
  await build({ logLevel: 'warn', outDir: dist, cacheDir });
  await addToSite(dist, console.log);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
