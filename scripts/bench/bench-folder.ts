import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for a benchmark's files, gone when the process ends. */
export const benchFolder = mkdtempSync(join(tmpdir(), 'duben-bench-'));
process.on('exit', () => rmSync(benchFolder, { recursive: true, force: true }));

/** A copy of the built site. */
export function copyDist(name: string): string {
  const dist = join(benchFolder, name);
  cpSync('dist', dist, { recursive: true });
  return dist;
}

/** Build a folder's search anew, by the command that every build uses. @returns how long it took, in milliseconds */
export function buildSearch(dist: string, limit: string, content = 'content'): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/index.ts', '--dist', dist, '--content', content],
    { env: { ...process.env, SEARCH_LIMIT: limit }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`scripts/index.ts ended with ${status}: ${stderr}`);
  return performance.now() - started;
}
