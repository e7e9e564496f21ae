import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPermalinks, readScriptExceptions } from '../../../src/content/content-files.ts';

const content = mkdtempSync(join(tmpdir(), 'duben-test-'));
afterAll(() => rmSync(content, { recursive: true }));

test('what is generated may be larger than what an editor gives: it grows with the collection', () => {
  const room = ' '.repeat(17_000_000);
  writeFileSync(join(content, 'permalinks.json'), `{${room}}\n`);
  writeFileSync(join(content, 'script-exceptions.yaml'), `[]${room}\n`);
  expect(readPermalinks(content)).toEqual({});
  expect(() => readScriptExceptions(content)).toThrow(/script-exceptions\.yaml import\/size .* 16000000/);
});
