import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashContent } from '../../../scripts/steps/hash-content.ts';

let content = '';
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'duben-hash-'));
  mkdirSync(join(content, 'documents'));
  writeFileSync(join(content, 'documents/a.md'), '甲');
});
afterAll(() => rmSync(content, { recursive: true }));

test('another text, time, name or file is another state of a folder', () => {
  const seen = new Set<string>();
  const expectOther = () => {
    const hash = hashContent(content);
    expect(seen).not.toContain(hash);
    expect(hashContent(content)).toBe(hash);
    seen.add(hash);
  };
  const file = join(content, 'documents/a.md');
  expectOther();
  writeFileSync(file, '乙丙');
  expectOther();
  // As long, and written anew.
  writeFileSync(file, '丁戊');
  utimesSync(file, new Date(), new Date(Date.now() + 1000));
  expectOther();
  writeFileSync(join(content, 'documents/b.md'), '');
  expectOther();
  rmSync(file);
  expectOther();
});

test('what commands and editors have for themselves in the folder is no part of it', () => {
  const hash = hashContent(content);
  writeFileSync(join(content, '.import-lock'), '1');
  writeFileSync(join(content, 'documents/.a.md.swp'), '');
  mkdirSync(join(content, '.import-staging/new'), { recursive: true });
  writeFileSync(join(content, '.import-staging/new/a.md'), '己');
  expect(hashContent(content)).toBe(hash);
});
