import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
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
 * Write generated files so that a fault while writing leaves the content as it was: all are written beside their
 * places first, then moved there one by one, and moved back if one cannot be. Nothing is written through a link.
 * @param folders what is generated there and is not among the files any more is removed; all else is left alone
 * @throws ImportError `import/write` if something stands in the way.
 */
export function writeGenerated(
  content: string,
  files: ReadonlyMap<string, string>,
  folders: GeneratedFolders,
): void {
  const staging = join(content, '.import-staging');
  const [fresh, former] = [join(staging, 'new'), join(staging, 'old')];
  for (const folder of new Set([...Object.keys(folders), ...[...files.keys()].map(dirname)]))
    refuseUnless('folder', join(content, folder));
  for (const path of files.keys()) refuseUnless('file', join(content, path));
  rmSync(staging, { recursive: true, force: true });

  const moved: (() => void)[] = [];
  try {
    for (const [path, text] of files) {
      for (const folder of [fresh, former]) mkdirSync(dirname(join(folder, path)), { recursive: true });
      const created = mkdirSync(dirname(join(content, path)), { recursive: true });
      if (created) moved.push(() => rmdirSync(created));
      writeFileSync(join(fresh, path), text);
    }
    for (const path of [...listObsolete(content, files, folders), ...files.keys()]) {
      const [place, old] = [join(content, path), join(former, path)];
      if (existsSync(place)) {
        renameSync(place, old);
        moved.push(() => renameSync(old, place));
      }
      if (!files.has(path)) continue;
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

/** Generated files of an earlier run that this one does not make. */
function listObsolete(
  content: string,
  files: ReadonlyMap<string, string>,
  folders: GeneratedFolders,
): string[] {
  return Object.entries(folders).flatMap(([folder, extension]) => {
    const path = join(content, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith(extension))
      .map((name) => `${folder}/${name}`)
      .filter((name) => !files.has(name));
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
