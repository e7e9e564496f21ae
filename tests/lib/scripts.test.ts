import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let content: string;

beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), 'duben-')), 'content');
  cpSync('content', content, { recursive: true });
});
afterEach(() => rmSync(join(content, '..'), { recursive: true, force: true }));

function run(script: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`scripts/${script}.ts`, '--content', content],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

/** Every file under a folder, by path, as bytes in base64. */
function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path)).toString('base64')]),
  );
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(content, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

describe('npm run import', () => {
  test('reproduces the committed content and reports what it did', () => {
    const before = snapshot(content);
    const { status, stdout } = run('import');
    expect(status).toBe(0);
    expect(snapshot(content)).toEqual(before);
    expect(stdout).toMatch(/^statements-2023 {2}11,226 characters in, 10,456 kept, 770 left out$/m);
    expect(stdout).toMatch(/^ {2}2023-joint-statement: 9 sections, 93 paragraphs, 0 gaps, 0 notes$/m);
    expect(stdout).toMatch(/^Imported 9 documents from 5 sources in \d+ ms\.$/m);
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a wrong hash',
      'sources/mirror-2023/recipe.yaml',
      (text) => text.replace(/sha256: ....../, 'sha256: 000000'),
      /recipe\.yaml:1:9 import\/hash /,
    ],
    [
      'an unknown key',
      'sources/cna-2023/recipe.yaml',
      (text) => `publisher: 某报\n${text}`,
      /recipe\.yaml:1:12 import\/recipe-key /,
    ],
    [
      'a slug in two sources',
      'sources/cna-2023/recipe.yaml',
      (text) => text.replace('slug: cna-report', 'slug: xinhua-signing'),
      /recipe\.yaml:8:11 import\/duplicate-slug .* xinhua-signing in dispatches-2023 and in cna-2023/,
    ],
    [
      'a published document that is gone',
      'sources/cna-2023/recipe.yaml',
      (text) => text.replace('slug: cna-report', 'slug: cna-other'),
      /permalinks\.json import\/lost-document Unexpected cna-report/,
    ],
    [
      'a source byte that changed',
      'sources/statement-2024/source.txt',
      (text) => text.replace('普京', '蒲亭'),
      /recipe\.yaml:1:9 import\/hash /,
    ],
  ])('is stopped by %s, with exit code 1, and leaves the content as it was', (_, path, change, expected) => {
    edit(path, change);
    const before = snapshot(content);
    const { status, stderr } = run('import');
    expect(stderr).toMatch(expected);
    expect(status).toBe(1);
    expect(snapshot(content)).toEqual(before);
  });
});

describe('npm run check:ledger', () => {
  test('proves the committed content', () => {
    expect(run('check-ledger')).toMatchObject({
      status: 0,
      stdout: 'Ledgers complete: 5 sources, 9 documents, every character once.\n',
    });
  });

  test.each<[string, string, (text: string) => string]>([
    [
      'a character of a document',
      'documents/2024-joint-statement.md',
      (text) => text.replace('隆重庆祝', '隆重慶祝'),
    ],
    ['a character of a source', 'sources/statement-2024/source.txt', (text) => text.replace('普京', '蒲亭')],
    ['an entry of a ledger', 'ledger/cna-2023.json', (text) => text.replace(/"from":0,/, '"from":1,')],
  ])('finds a change of %s', (_, path, change) => {
    edit(path, change);
    const { status, stderr } = run('check-ledger');
    expect(status).toBe(1);
    expect(stderr).toContain('ledger/mismatch');
  });
});

test('a Node that is too old is told so in one sentence', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '-e',
      "Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); require('./scripts/require-node.cjs')",
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^Duben needs Node 22\.18 or newer, found 20\.20\.2: .*\.$/);
});
