import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openBuiltSite } from '../../scripts/steps/built-site.ts';
import { indexSearch } from '../../scripts/steps/index-search.ts';
import { writeOffline } from '../../scripts/steps/write-offline.ts';
import { readSettings } from '../../src/content/settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, with a slash at the end. */
    siteUrl: string;
    /** The same site with search by the index tier. */
    indexSiteUrl: string;
    /** Its folder. */
    indexSiteFolder: string;
  }
}

/** Serve dist/ for the browser tests, and a copy of it whose search goes by an index in three volumes. */
export default async function serveSite(project: TestProject): Promise<() => void> {
  const copy = mkdtempSync(join(tmpdir(), 'duben-index-'));
  cpSync('dist', copy, { recursive: true });
  // Of what is added to a built folder only what depends on the limit: the rest is there.
  const limited = openBuiltSite(copy, { ...readSettings(), searchLimit: 0, indexLimit: 150 });
  await indexSearch(limited);
  await writeOffline(limited);

  const [site, indexSite] = await Promise.all([serve('dist', '4399'), serve(copy, '4398')]);
  project.provide('siteUrl', site.url);
  project.provide('indexSiteUrl', indexSite.url);
  project.provide('indexSiteFolder', copy);
  return () => {
    site.stop();
    indexSite.stop();
    rmSync(copy, { recursive: true, force: true });
  };
}

/** Serve a built folder by the command a reader uses. */
async function serve(dist: string, port: string): Promise<{ url: string; stop: () => void }> {
  const server = spawn(process.execPath, ['scripts/serve.ts', '--dist', dist, '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (data: Buffer) => {
      printed += data;
      const found = /served at (\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    server.on('exit', (code) => reject(new Error(`scripts/serve.ts ended with ${code}: ${printed}`)));
  });
  return { url, stop: () => void server.kill() };
}
