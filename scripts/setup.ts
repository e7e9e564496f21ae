import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser } from './find-browser.ts';

/** Find a browser for the tests, or install one. */
let browser: string | undefined;
try {
  browser = findBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
for (const install of [installWithPlaywright, installWithDebian]) {
  if (browser) break;
  install();
  browser = findBrowser();
}
if (browser) console.log(`Browser for the tests: ${browser}`);
else {
  console.error(
    'No browser for the tests was found, and none could be installed: install Chromium or Chrome (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
  );
  process.exitCode = 1;
}

function installWithPlaywright(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium']);
}

function installWithDebian(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
}

function run(command: string, args: readonly string[]): void {
  console.log(`Installing a browser: ${[command, ...args].join(' ')}`);
  spawnSync(command, args, { stdio: 'inherit' });
}
