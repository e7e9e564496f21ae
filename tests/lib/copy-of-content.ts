import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';

/** Each test of the file has a copy of `content/` of its own, for the scripts to work on. */
export function useCopyOfContent(fill = copyContent) {
  let content = '';
  beforeEach(() => {
    content = join(mkdtempSync(join(tmpdir(), 'duben-')), 'content');
    fill(content);
  });
  afterEach(() => rmSync(join(content, '..'), { recursive: true, force: true }));

  /** The copy, or a place in it. */
  const path = (...places: readonly string[]) => join(content, ...places);
  return {
    path,
    /** Run one of `scripts/` on the copy. */
    run: (script: string, ...given: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [`scripts/${script}.ts`, '--content', content, ...given],
        { encoding: 'utf8' },
      );
      return { status, stdout, stderr };
    },
    /** Change a file of the copy; that it does change is expected. */
    edit: (place: string, change: (text: string) => string): void => {
      const file = path(place);
      const before = readFileSync(file, 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      writeFileSync(file, after);
    },
  };
}

function copyContent(content: string): void {
  cpSync('content', content, { recursive: true });
}
