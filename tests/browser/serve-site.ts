import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, with a slash at the end. */
    siteUrl: string;
    /** The same site, built as one of a large collection is: search by the index tier, pages that their scripts complete. */
    indexSiteUrl: string;
    /** Its folder. */
    indexSiteFolder: string;
  }
}

/** Serve dist/ for the browser tests, and the same content as if it were a large collection, its index in three volumes. */
export default async function serveSite(project: TestProject): Promise<() => void> {
  const copy = mkdtempSync(join(tmpdir(), 'duben-index-'));
  const limits = { FORMAT_LIMIT: '0', SEARCH_LIMIT: '0', INDEX_LIMIT: '150' };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--dist', copy], {
    env: { ...process.env, ...limits },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`scripts/build.ts ended with ${status}: ${stderr}`);

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
