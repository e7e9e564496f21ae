import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PackageFile } from '../../src/lib/export/package-file.ts';

/**
 * Files as a ZIP, in their order, the same bytes for the same files: no time of any machine is in it.
 * @param stored paths of files that are not compressed
 */
export function zip(files: readonly PackageFile[], stored: readonly string[] = []): Uint8Array {
  const entries: Zippable = {};
  for (const { path, content } of files)
    entries[path] = [
      typeof content === 'string' ? strToU8(content) : content,
      // Of the local time zone, as the format has it: the first day it can name, the same in every zone.
      { level: stored.includes(path) ? 0 : 9, mtime: new Date(1980, 0, 1) },
    ];
  return zipSync(entries);
}
