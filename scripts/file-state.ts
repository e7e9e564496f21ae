import { statSync } from 'node:fs';

/** What tells one state of a file from another without reading it, its size and times; undefined where there is none. */
export function readFileState(file: string): string | undefined {
  try {
    const found = statSync(file);
    return found.isFile() ? `${found.size} ${found.mtimeMs} ${found.ctimeMs}` : undefined;
  } catch {
    return undefined;
  }
}
