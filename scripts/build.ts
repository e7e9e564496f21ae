import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { readBuildOptions } from './build-options.ts';
import { addToSite } from './steps/add-to-site.ts';
import { openBuiltSite } from './steps/built-site.ts';
import type { FinishedPages } from './steps/finish-pages.ts';
import { hashContent } from './steps/hash-content.ts';
import type { Beside } from './threads/index-beside.ts';
import type { PageFolders } from './threads/render-pages.ts';
import { endThreads, runThread } from './threads/run-thread.ts';

const { dist, settings } = readBuildOptions();

// The build asks no other host for anything, and tells none about itself.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
try {
  refuseOwn(dist, settings.content);
  // In the project: for a folder outside of it, Astro keeps what it renders pages with in one place for all builds.
  mkdirSync('.astro', { recursive: true });
  const outDir = makeFolder(join('.astro', 'dist-'));
  const besideDir = makeFolder(join('.astro', 'beside-'));
  const cacheDir = makeFolder(join(tmpdir(), 'duben-build-'));
  const content = hashContent(settings.content);
  const [pages, { answer: beside, seconds }] = await Promise.all([
    timed(runThread<PageFolders, FinishedPages>('render-pages.ts', { outDir, cacheDir })),
    timed(runThread<string, Beside>('index-beside.ts', besideDir)),
  ]);
  if ('undecided' in beside) throw new Error(beside.undecided);
  console.log(`Rendered the pages in ${pages.seconds} s, and beside them, in ${seconds} s:`);
  console.log(beside.files);
  moveInto(outDir, besideDir);
  await addToSite(openBuiltSite(outDir), console.log, { ...beside, pages: pages.answer });
  // The threads have read the content each for itself.
  if (hashContent(settings.content) !== content)
    throw new Error(
      `${settings.content}: Unexpected change while the site was built, expected content that stays as it is. Build it again.`,
    );
  replace(dist, outDir);
} catch (error) {
  await endThreads();
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** How long something took that has begun just now. */
async function timed<Answer>(running: Promise<Answer>): Promise<{ answer: Answer; seconds: string }> {
  const start = performance.now();
  const answer = await running;
  return { answer, seconds: ((performance.now() - start) / 1000).toFixed(1) };
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

/** Move all that is in a folder into another, and so with the folders that both have. */
function moveInto(folder: string, from: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(folder, entry.name)];
    if (!existsSync(target)) renameSync(source, target);
    else if (entry.isDirectory()) moveInto(target, source);
    else
      throw new Error(`Unexpected page ${target}, expected a place for a file of the same name. Rename it.`);
  }
}

/** Put a folder in the place of another; on another disk it has to be copied. */
function replace(folder: string, fresh: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(resolve(folder)), { recursive: true });
  // A temporary folder is its owner's alone; a server is another user.
  chmodSync(fresh, 0o777 & ~process.umask());
  try {
    renameSync(fresh, folder);
  } catch {
    cpSync(fresh, folder, { recursive: true });
  }
}
