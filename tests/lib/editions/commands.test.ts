import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../../src/content/content-files.ts';
import { useCopyOfContent } from '../copy-of-content.ts';

const { edition: current } = readCollection('content');
const next = '2099-01-01';
const { path, run, edit } = useCopyOfContent();

const raise = (to: string) =>
  edit('collection.yaml', (text) => text.replace(`edition: ${current}`, `edition: ${to}`));

describe('npm run check:permalinks', () => {
  test('finds that the committed register holds', () => {
    const { status, stdout } = run('check-permalinks');
    expect(stdout).toMatch(/^Permalinks hold: \d+ ids, \d+ editions, none lost, moved or reused\.\n$/);
    expect(status).toBe(0);
  });

  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'a lost id',
      'permalinks.json',
      (text) => text.replace(/ {4}"p13": \{[^}]*\},\n/, ''),
      /permalinks\.json editions\/lost-id .*#p13/,
    ],
    [
      'an id of other text',
      'permalinks.json',
      (text) => text.replace(/"sha256": "..../, '"sha256": "0000'),
      /permalinks\.json editions\/reused-id .*#title/,
    ],
    [
      'an edition that the register does not follow',
      `editions/${current}.json`,
      (text) => text.replace(/"p1": "..../, '"p1": "0000'),
      /editions\/reused-id .*#p1/,
    ],
    [
      'an edition that cannot be parsed',
      `editions/${current}.json`,
      (text) => text.slice(0, 90),
      new RegExp(`${current}\\.json (?:editions|import)/syntax `),
    ],
    [
      'a collection of another edition',
      'collection.yaml',
      (text) => text.replace(`edition: ${current}`, `edition: ${next}`),
      new RegExp(`editions/current .*${next}`),
    ],
    [
      'a document that says something else',
      'documents/cna-report.md',
      (text) => text.replace('蒲亭', '普京'),
      /editions\/register .*cna-report#p\d+ is registered for other text/,
    ],
  ])('finds %s, with exit code 1', (_, path, change, expected) => {
    edit(path, change);
    const { status, stderr } = run('check-permalinks');
    expect(stderr).toMatch(expected);
    expect(status).toBe(1);
  });
});

describe('npm run edition', () => {
  test('never writes an edition again', () => {
    const file = path('editions', `${current}.json`);
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = run('edition');
    expect(stderr).toMatch(new RegExp(`editions/date .*${current}`));
    expect(status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('refuses one of an earlier day', () => {
    raise('2001-01-01');
    const { status, stderr } = run('edition');
    expect(stderr).toContain('editions/date');
    expect(status).toBe(1);
    expect(existsSync(path('editions/2001-01-01.json'))).toBe(false);
  });

  test('publishes nothing that the sources and recipes would not make', () => {
    raise(next);
    edit('sources/cna-2023/recipe.yaml', (text) => text.replace('kind: news-report', 'kind: news-article'));
    const { status, stderr } = run('edition');
    expect(stderr).toMatch(/documents\/cna-report\.md editions\/not-imported .*npm run import/);
    expect(status).toBe(1);
    expect(existsSync(path('editions', `${next}.json`))).toBe(false);
  });

  test('publishes one that names the one before it, and that the check then finds', () => {
    raise(next);
    expect(run('edition')).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(path('editions'))).toContain(`${next}.json`);
    expect(run('check-permalinks').status).toBe(0);
    // The chain holds the earlier one: not even its layout may change.
    edit(`editions/${current}.json`, (text) => `${text}\n`);
    const { status, stderr } = run('check-permalinks');
    expect(stderr).toMatch(new RegExp(`${current}\\.json editions/changed `));
    expect(status).toBe(1);
  });

  test('publishes the first one where there is none', () => {
    rmSync(path('editions'), { recursive: true });
    expect(run('edition').status).toBe(0);
    expect(readFileSync(path('editions', `${current}.json`), 'utf8')).toContain('"previous": null');
    expect(run('check-permalinks').status).toBe(0);
  });
});
