import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listFiles } from './list-files.ts';

/** What an earlier run has found out, so that it need not be found out again. */
export interface KeptWork<Value> {
  get(key: string): Value | undefined;
  /** Keep these and no others. */
  replace(values: ReadonlyMap<string, Value>): void;
}

/**
 * Open what was kept for a content folder. It stands outside of it, is never needed, and counts only as long as the
 * code that made it is the same: a fresh checkout does everything anew.
 */
export function openKeptWork<Value>(content: string, name: string): KeptWork<Value> {
  const folder = join(root, hashOf(resolve(content)).slice(0, 16));
  const file = join(folder, `${name}.json`);
  const code = hashOfCode();
  const known = readKept<Value>(file, code);
  return {
    get: (key) => known[key],
    replace: (values) => {
      // What cannot be kept is found out again.
      try {
        forgetGone();
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, owner), resolve(content));
        const fresh = `${file}.${process.pid}`;
        writeFileSync(fresh, JSON.stringify({ code, values: Object.fromEntries(values) }));
        renameSync(fresh, file);
      } catch {}
    },
  };
}

const root = 'node_modules/.cache/duben';
/** Names the content that a folder is kept for. */
const owner = 'content.txt';

/** Remove what was kept for content that is not there any more. */
function forgetGone(): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const file = join(root, name, owner);
    if (!existsSync(file) || !existsSync(readFileSync(file, 'utf8')))
      rmSync(join(root, name), { recursive: true, force: true });
  }
}

function readKept<Value>(file: string, code: string): Readonly<Record<string, Value>> {
  if (!existsSync(file)) return {};
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept.code === code ? Object.assign(Object.create(null), kept.values) : {};
  } catch {
    return {};
  }
}

/** Of the code that works on content, and of what it is installed with. */
function hashOfCode(): string {
  const files = ['scripts/steps', 'src/content', 'src/lib', 'src/schemas'].flatMap(listFiles);
  return hashOf(...[...files.sort(), 'package-lock.json'].map((file) => readFileSync(file)));
}

/** The SHA-256 of several texts, told apart. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${Buffer.byteLength(part)} `);
    hash.update(part);
  }
  return hash.digest('hex');
}
