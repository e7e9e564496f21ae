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

/**
 * Write generated files, those that are other than what is there, so that a fault while writing leaves the content as
 * it was: all are written beside their places first, then moved there one by one, and moved back if one cannot be.
 * Nothing is written through a link.
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
  const staging = join(content, '.import-staging');
  const [fresh, former] = [join(staging, 'new'), join(staging, 'old')];
  for (const folder of new Set([...Object.keys(folders), ...[...files.keys()].map(dirname)]))
    refuseUnless('folder', join(content, folder));
  for (const path of files.keys()) refuseUnless('file', join(content, path));
  rmSync(staging, { recursive: true, force: true });

  const other = new Map([...files].filter(([path, text]) => !isThere(join(content, path), text)));
  const obsolete = listGenerated(content, folders).filter((path) => !files.has(path) && !kept.has(path));
  const moved: (() => void)[] = [];
  try {
    for (const [path, text] of other) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      const created = mkdirSync(dirname(join(content, path)), { recursive: true });
      if (created) moved.push(() => rmdirSync(created));
      writeFileSync(join(fresh, path), text);
    }
    for (const path of [...obsolete, ...other.keys()]) {
      const [place, old] = [join(content, path), join(former, path)];
      if (existsSync(place)) {
        mkdirSync(dirname(old), { recursive: true });
        renameSync(place, old);
        moved.push(() => renameSync(old, place));
      }
      if (!other.has(path)) continue;
      renameSync(join(fresh, path), place);
      moved.push(() => rmSync(place));
    }
  } catch (error) {
    for (const undo of moved.reverse()) undo();
    throw new ImportError([
      {
        file: content,
        rule: 'import/write',
        message: `Unexpected fault while writing (${(error as Error).message}), expected room and leave to write. Nothing was changed.`,
      },
    ]);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function isThere(file: string, text: string): boolean {
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
