import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ImportError } from '../src/lib/import/index.ts';

/** Folders of generated files, with the end of their names. */
export type GeneratedFolders = Readonly<Record<string, string>>;

/** Where what is to be written stands until all of it does; and what is to be done then, once that is decided. */
const [stagingFolder, planFile] = ['.import-staging', 'plan.json'];
/** What a plan may speak of: nothing else is generated. */
const generated = /^(?:permalinks\.json|(?:documents|ledger|relations|editions)\/[\w-]+\.(?:md|json))$/;

/** Files to be put in place from `new/`, and others to be removed. */
interface Plan {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Write generated files, those that are other than what is there, so that a fault while writing leaves the content as
 * it was: all are written beside their places first, then moved there one by one, and moved back if one cannot be.
 * Before the first is moved, a plan says which are to be: where the process is killed in between, `finishWriting`
 * completes it. Nothing is written through a link.
 * @param folders what is generated there and is not among the files any more is removed; all else is left alone
 * @param kept generated files that stay as they are
 * @throws ImportError `import/write` if something stands in the way.
 */
export function writeGenerated(
  content: string,
  files: ReadonlyMap<string, string>,
  folders: GeneratedFolders,
  kept: ReadonlySet<string> = new Set(),
): void {
  const staging = join(content, stagingFolder);
  const [fresh, former] = [join(staging, 'new'), join(staging, 'old')];
  for (const folder of new Set([...Object.keys(folders), ...[...files.keys()].map(dirname)]))
    refuseUnless('folder', join(content, folder));
  for (const path of files.keys()) refuseUnless('file', join(content, path));

  const other = new Map([...files].filter(([path, text]) => !isWritten(join(content, path), text)));
  const obsolete = listGenerated(content, folders).filter((path) => !files.has(path) && !kept.has(path));
  if (other.size === 0 && obsolete.length === 0) return;

  const moved: (() => void)[] = [];
  try {
    rmSync(staging, { recursive: true, force: true });
    for (const [path, text] of other) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      const created = mkdirSync(dirname(join(content, path)), { recursive: true });
      if (created) moved.push(() => rmdirSync(created));
      writeFileSync(join(fresh, path), text);
    }
    mkdirSync(staging, { recursive: true });
    const plan: Plan = { written: [...other.keys()], removed: obsolete };
    writeFileSync(join(staging, 'plan.new'), JSON.stringify(plan));
    renameSync(join(staging, 'plan.new'), join(staging, planFile));
    moved.push(() => rmSync(join(staging, planFile)));
    for (const path of [...obsolete, ...other.keys()]) {
      const [place, old] = [join(content, path), join(former, path)];
      if (existsSync(place)) {
        mkdirSync(dirname(old), { recursive: true });
        renameSync(place, old);
        moved.push(() => renameSync(old, place));
      }
      if (!other.has(path)) continue;
      renameSync(join(fresh, path), place);
      moved.push(() => renameSync(place, join(fresh, path)));
    }
  } catch (error) {
    for (const undo of moved.reverse()) undo();
    removeStaging(staging);
    throw new ImportError([
      {
        file: content,
        rule: 'import/write',
        message: `Unexpected fault while writing (${(error as Error).message}), expected room and leave to write. Nothing was changed.`,
      },
    ]);
  }
  removeStaging(staging);
}

/** The plan goes first: without it the rest is only what was left over. Where it cannot, the next command does it. */
function removeStaging(staging: string): void {
  try {
    rmSync(join(staging, planFile), { force: true });
    rmSync(staging, { recursive: true, force: true });
  } catch {}
}

/**
 * Complete what a command has decided to write before it was killed, and remove what it had only prepared.
 * @throws ImportError `import/write` if something stands in the way, or the plan is none of ours
 */
export function finishWriting(content: string): void {
  const staging = join(content, stagingFolder);
  if (!lstatSync(staging, { throwIfNoEntry: false })) return;
  refuseUnless('folder', staging);
  const file = join(staging, planFile);
  refuseUnless('file', file);
  try {
    if (existsSync(file)) {
      const { written, removed } = readPlan(file);
      for (const path of [...written, ...removed]) {
        refuseUnless('folder', dirname(join(content, path)));
        refuseUnless('file', join(content, path));
        refuseUnless('folder', join(staging, 'new'));
        refuseUnless('folder', dirname(join(staging, 'new', path)));
      }
      for (const path of removed) rmSync(join(content, path), { force: true });
      // What is not there any more has been put in place already.
      for (const path of written)
        if (existsSync(join(staging, 'new', path))) {
          mkdirSync(dirname(join(content, path)), { recursive: true });
          renameSync(join(staging, 'new', path), join(content, path));
        }
      rmSync(file);
    }
    rmSync(staging, { recursive: true, force: true });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError([
      {
        file: staging,
        rule: 'import/write',
        message: `Unexpected fault (${(error as Error).message}) while completing what a stopped command had begun to write, expected room and leave to write. Run the command again.`,
      },
    ]);
  }
}

function readPlan(file: string): Plan {
  const { written, removed }: Plan = JSON.parse(readFileSync(file, 'utf8'));
  const paths = [...written, ...removed];
  if (paths.every((path) => typeof path === 'string' && generated.test(path))) return { written, removed };
  throw new ImportError([
    {
      file,
      rule: 'import/write',
      message:
        'Unexpected plan of files that are not generated, expected none but those. Remove this folder, and import again.',
    },
  ]);
}

/** Whether a file has this text. */
export function isWritten(file: string, text: string): boolean {
  return existsSync(file) && readFileSync(file).equals(Buffer.from(text));
}

/** Generated files that are there. */
function listGenerated(content: string, folders: GeneratedFolders): string[] {
  return Object.entries(folders).flatMap(([folder, extension]) => {
    const path = join(content, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith(extension))
      .map((name) => `${folder}/${name}`);
  });
}

/** What stands in the place of what is generated must be of its kind: moving a file into a link would write elsewhere. */
function refuseUnless(kind: 'file' | 'folder', place: string): void {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found || (kind === 'file' ? found.isFile() : found.isDirectory())) return;
  const what = found.isSymbolicLink()
    ? 'symbolic link'
    : found.isDirectory()
      ? 'folder'
      : found.isFile()
        ? 'file'
        : 'pipe or device';
  throw new ImportError([
    {
      file: place,
      rule: 'import/write',
      message: `Unexpected ${what} in the place of a generated ${kind}, expected none. Move it away.`,
    },
  ]);
}
