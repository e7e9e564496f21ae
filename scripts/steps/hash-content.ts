import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../kept-work.ts';

/** Files of commands that are at work: see `lock-content.ts` and `write-generated.ts`. */
const passing = /(?:^|[\\/])\.import-/;

/** What tells one state of a folder of content from another, without reading it: the names, sizes and times of its files. */
export function hashContent(content: string): string {
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !passing.test(file))
    .sort();
  return hashOf(
    ...files.map((file) => {
      const { size, mtimeMs, ctimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs} ${ctimeMs}`;
    }),
  );
}
