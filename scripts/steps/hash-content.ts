import { relative } from 'node:path';
import { readFileState } from '../file-state.ts';
import { hashOf } from '../kept-work.ts';
import { listFiles } from '../list-files.ts';

/** Files of commands that are at work, of editors and of systems: none of them is content. */
const hidden = /(?:^|[\\/])\.[^\\/]/;

/** What tells one state of a folder of content from another, without reading it: the names, sizes and times of its files. */
export function hashContent(content: string): string {
  const files = listFiles(content)
    .filter((file) => !hidden.test(relative(content, file)))
    .sort();
  return hashOf(...files.map((file) => `${file} ${readFileState(file)}`));
}
