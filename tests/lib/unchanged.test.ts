import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { importChanges, importContent } from '../../scripts/steps/import-content.ts';
import { keepOutput } from '../../scripts/steps/unchanged-sources.ts';
import { useCopyOfContent } from './copy-of-content.ts';

const { path, edit } = useCopyOfContent();

beforeEach(() => {
  importChanges(path());
});

test('a source that is as it was is not imported again', () => {
  const { sources, unchanged } = importChanges(path());
  expect(unchanged).toBe(sources.length);
  expect(sources.map(({ report }) => report).join('\n')).toContain('2024-joint-statement: ');
});

test.each([
  ['its recipe', 'sources/cna-2023/recipe.yaml', (text: string) => `${text}\n# Seen again.\n`],
  ['a document that was made of it', 'documents/cna-report.md', (text: string) => text.replace('。', '，')],
  ['its ledger', 'ledger/cna-2023.json', (text: string) => text.replace('1', '2')],
])('a source is imported again where %s has changed', (_, file, change) => {
  edit(file, change);
  const { sources, unchanged } = importChanges(path());
  expect(sources.length - unchanged).toBe(1);
  const made = readFileSync(path('documents/cna-report.md'), 'utf8');
  importContent(path());
  expect(readFileSync(path('documents/cna-report.md'), 'utf8')).toBe(made);
});

test('a document is read again where another text of the same size and date stands in its place', () => {
  const file = path('documents/cna-report.md');
  // A date that can be set again to the last digit.
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  edit('sources/cna-2023/recipe.yaml', (text) => `${text}\n# Seen again.\n`);
  importChanges(path());
  expect(statSync(file).mtimeMs).toBe(1_700_000_000_000);
  edit('documents/cna-report.md', (text) => text.replace('。', '，'));
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  const { sources, unchanged } = importChanges(path());
  expect(sources.length - unchanged).toBe(1);
});

test('a source is imported again where a document that was made of it is gone', () => {
  rmSync(path('documents/cna-report.md'));
  const { sources, unchanged } = importChanges(path());
  expect(sources.length - unchanged).toBe(1);
  expect(existsSync(path('documents/cna-report.md'))).toBe(true);
});

test.each([
  ['folder', (file: string) => void mkdirSync(file)],
  ['symbolic link', (file: string) => symlinkSync(file, file)],
])('a %s in the place of a document is refused by its name', (what, put) => {
  rmSync(path('documents/cna-report.md'));
  put(path('documents/cna-report.md'));
  expect(() => importChanges(path())).toThrow(`import/write Unexpected ${what}`);
});

test('what was changed while it was being kept is not taken for what was written', () => {
  const file = path('documents/cna-report.md');
  const written = readFileSync(file, 'utf8');
  expect(keepOutput(file, written).state).toBeDefined();
  expect(keepOutput(file, `${written}。`).state).toBeUndefined();
  expect(keepOutput(path('documents/none.md'), written).state).toBeUndefined();
});

test('a document that was written again as it was is unchanged', () => {
  const file = path('documents/cna-report.md');
  writeFileSync(file, readFileSync(file));
  const { sources, unchanged } = importChanges(path());
  expect(unchanged).toBe(sources.length);
});

test('all are imported again where the collection has other kinds', () => {
  edit('collection.yaml', (text) => text.replace('kinds:\n', 'kinds:\n  letter: 信\n'));
  expect(importChanges(path()).unchanged).toBe(0);
});

test('what is refused is refused whether other sources are read again or not', () => {
  edit('sources/cna-2023/recipe.yaml', (text) =>
    text.replace('slug: cna-report', 'slug: 2024-joint-statement'),
  );
  expect(() => importChanges(path())).toThrow(
    /cna-2023\/recipe\.yaml:\d+:\d+ import\/duplicate-slug Unexpected slug 2024-joint-statement/,
  );
});
