import { statSync } from 'node:fs';

/** What tells one state of a file from another without reading it, its size and times; undefined where there is none. */
export function readFileState(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}
