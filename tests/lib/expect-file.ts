import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** Hold a text to a file of expectations. A missing one fails; `UPDATE=1` writes it, to be read before it is committed. */
export function expectFile(path: string, actual: string): void {
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  expect(existsSync(path), `${path} is missing: write it, or run with UPDATE=1 and read it`).toBe(true);
  expect(actual).toBe(readFileSync(path, 'utf8'));
}
