import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useCopyOfContent } from './copy-of-content.ts';

const { path, run, edit } = useCopyOfContent();
const documents = readdirSync('content/documents').length;
const sources = readdirSync('content/sources').length;

/** Every file under a folder, by path, as bytes in base64. */
function snapshot(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path)).toString('base64')]),
  );
}

describe('npm run import', () => {
  test('reproduces the committed content and reports what it did', () => {
    const before = snapshot(path());
    const { status, stdout } = run('import');
    expect(status).toBe(0);
    expect(snapshot(path())).toEqual(before);
    expect(stdout).toMatch(/^statements-2023 {2}11,226 characters in, 10,456 kept, 770 left out$/m);
    expect(stdout).toMatch(/^ {2}2023-joint-statement: 9 sections, 93 paragraphs, 0 gaps, 0 notes$/m);
    expect(stdout).toMatch(
      new RegExp(`^Imported ${documents} documents from ${sources} sources in \\d+ ms\\.$`, 'm'),
    );
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
  ])('is stopped by %s, with exit code 1, and leaves the content as it was', (_, place, change, expected) => {
    edit(place, change);
    const before = snapshot(path());
    const { status, stderr } = run('import');
    expect(stderr).toMatch(expected);
    expect(status).toBe(1);
    expect(snapshot(path())).toEqual(before);
  });
});

describe('npm run import, after damage to what it made', () => {
  test('mends a document that lost an id', () => {
    const before = snapshot(path());
    edit('documents/cna-report.md', (text) => text.replace(' {#p3}', ''));
    expect(run('import').status).toBe(0);
    expect(snapshot(path())).toEqual(before);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ['that cannot be parsed', (text) => `<<<<<<< HEAD\n${text}`, /permalinks\.json import\/syntax /],
    ['without a document', () => '{}', /permalinks\.json import\/permalinks Unexpected register without /],
    [
      'without an id',
      (text) =>
        text.replace(/ {4}"p13": \{[^}]*\}/, `    "p99": { "sha256": "${'0'.repeat(64)}", "movedTo": [] }`),
      /import\/permalinks Unexpected register without [a-z0-9-]+#p13/,
    ],
  ])('refuses a register %s', (_, change, expected) => {
    edit('permalinks.json', change);
    const before = snapshot(path());
    const { status, stderr } = run('import');
    expect(stderr).toMatch(expected);
    expect(status).toBe(1);
    expect(snapshot(path())).toEqual(before);
  });

  test('leaves alone what it did not make, and removes what it makes no more', () => {
    writeFileSync(path('documents/notes.txt'), 'mine');
    writeFileSync(path('ledger/old.json'), '{}');
    expect(run('import').status).toBe(0);
    expect(readFileSync(path('documents/notes.txt'), 'utf8')).toBe('mine');
    expect(existsSync(path('ledger/old.json'))).toBe(false);
  });

  test('changes nothing where a file cannot be written', () => {
    rmSync(path('ledger/statements-2023.json'));
    mkdirSync(path('ledger/statements-2023.json'));
    edit('sources/cna-2023/recipe.yaml', (text) => text.replace('basis: front matter', 'basis: dateline'));
    const before = snapshot(path());
    const { status, stderr } = run('import');
    expect(stderr).toMatch(/import\/write Unexpected folder/);
    expect(status).toBe(1);
    expect(snapshot(path())).toEqual(before);
  });
});

describe('npm run audit:scripts', () => {
  test('finds every disagreement decided', () => {
    const { status, stdout } = run('audit-scripts');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ disagreements, \d+ decided, 0 undecided; \d+ exceptions\.$/m);
  });

  test('says where the decisions cannot be read', () => {
    edit('script-exceptions.yaml', (text) => `${text}- { to: hant, text\n`);
    const { status, stderr } = run('audit-scripts');
    expect(stderr).toMatch(/^\S+script-exceptions\.yaml import\/syntax .*\n$/);
    expect(status).toBe(1);
  });

  test('fails on an undecided one, with its places and the line to add', () => {
    edit('script-exceptions.yaml', (text) => text.replace(/^.*text: 唯一出路.*\n/m, ''));
    const { status, stdout } = run('audit-scripts');
    expect(status).toBe(1);
    expect(stdout).toContain('出 → 齣 (hant), word by word 出, backward matching 出, 2×: UNDECIDED');
    expect(stdout).toContain('2023-joint-statement#s9-4');
    expect(stdout).toContain('- { to: hant, text: "问题的唯一出路。双方将", becomes: ……, reason: …… }');
  });
});

describe('npm run check:ledger', () => {
  test('proves the committed content', () => {
    expect(run('check-ledger')).toMatchObject({
      status: 0,
      stdout: `Ledgers complete: ${sources} sources, ${documents} documents, every character once.\n`,
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
    [
      'a hash of the register',
      'permalinks.json',
      (text) => text.replace(/"sha256": "..../, '"sha256": "0000'),
    ],
    ['a gap', 'documents/xinhua-first-day.md', (text) => text.replace(/\n> 〔缺文〕文字层止于.*\n/, '')],
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
