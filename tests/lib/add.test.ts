import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AddOptions, addSource } from '../../scripts/steps/add-source.ts';
import { importContent } from '../../scripts/steps/import-content.ts';
import { reportOnSource } from '../../scripts/steps/report-on-source.ts';
import { guessLanguage } from '../../src/lib/import/propose/guess-language.ts';
import {
  formatAddedReport,
  guessEncoding,
  listDecisions,
  toSourceName,
} from '../../src/lib/import/propose/index.ts';
import { useSmallContent } from './small-content.ts';

const { path, run, edit } = useSmallContent();
const fixture = (name: string) => `tests/fixtures/propose/${name}/source.txt`;

/** As the command does it, in this process. */
function add(file: string, options: AddOptions) {
  const added = addSource(path(), file, options);
  return { ...added, ...reportOnSource(path(), added.source) };
}
const toText = (name: string): AddOptions => ({ kind: 'newspaper-text', name });
const toPage = (name: string): AddOptions => ({ kind: 'web-page', name });
const reportPage = (name: string) => readFileSync(path('..', '.duben', `add-${name}.html`), 'utf8');

let received = '';
beforeAll(() => {
  received = mkdtempSync(join(tmpdir(), 'duben-received-'));
});
afterAll(() => rmSync(received, { recursive: true }));
function receive(name: string, bytes: string | Uint8Array): string {
  const file = join(received, name);
  writeFileSync(file, bytes);
  return file;
}

describe('npm run add', () => {
  test('copies the bytes, imports by the proposed recipe, and reports what is undecided', () => {
    const file = fixture('column-single-spaced');
    const given = ['--kind', 'newspaper-text', '--name', 'valley-libraries', '--no-open'];
    const { status, stdout, stderr } = run('add', file, ...given);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readFileSync(path('sources/valley-libraries/source.txt'))).toEqual(readFileSync(file));
    expect(readFileSync(path('documents/valley-libraries.md'), 'utf8')).toContain('{#s3-1}');
    expect(stdout).toMatch(/recipe\.yaml:6 what the site calls this source/);
    expect(reportPage('valley-libraries')).toMatch(
      /<tr id="line-8"[^>]*><td>8<td lang="zh">[^<]+<td>valley-libraries#s0-1/,
    );
    expect(reportPage('valley-libraries')).toMatch(/<td>furniture: 分隔线/);
    expect(run('check-ledger').status).toBe(0);
  });

  test('keeps what it proposed where the import refuses it, and the rest as it was', () => {
    const before = readFileSync(path('permalinks.json'), 'utf8');
    const { report } = add(fixture('lines-unwrapped'), toText('train'));
    expect(formatAddedReport(report)).toMatch(
      /source\.txt:13:21 import\/unmarked-gap .* expected one after p4 of train/,
    );
    expect(readdirSync(path('sources/train'))).toEqual(['recipe.yaml', 'source.txt']);
    expect(readFileSync(path('permalinks.json'), 'utf8')).toBe(before);
    expect(reportPage('train')).toMatch(/<tr id="line-13" class="refused">.*<td>train: text/);
  });

  test('reports on a source also while another is refused', () => {
    add(fixture('lines-unwrapped'), toText('train'));
    const { report } = add(fixture('column-single-spaced'), toText('valley'));
    expect(report.problems).toEqual([]);
    expect(formatAddedReport(report)).toMatch(/Refused elsewhere: 1\n.*sources\/train\/source\.txt:13:21 /);
    expect(reportPage('valley')).toContain('Not imported now: something else is refused.');
    expect(reportPage('valley')).toMatch(/<td>valley#s0-1/);
  });

  test('escapes a source in its report', () => {
    const html = '<h1>渡口</h1><p>甲&lt;script&gt;alert(1)&lt;/script&gt;。</p><script>alert(2)</script>';
    expect(add(receive('x.html', html), toPage('x')).report.decisions.length).toBeGreaterThan(0);
    expect(reportPage('x')).toContain('&lt;script>alert(2)');
    expect(reportPage('x')).not.toContain('<script');
  });

  test.each<[string, () => string, AddOptions, RegExp]>([
    [
      'a file that is not there',
      () => '/nowhere/x.txt',
      toPage('x'),
      /^\/nowhere\/x\.txt add\/missing-file /,
    ],
    ['a folder', () => 'tests', toPage('x'), /^tests add\/missing-file /],
    ['an empty file', () => receive('empty.txt', ''), toText('x'), /empty\.txt add\/empty-file /],
    ['a file of blanks', () => receive('b.txt', ' \n'), toText('x'), /b\.txt:1:1 import\/empty-source /],
    [
      'bytes in UTF-16',
      () => receive('u.txt', Buffer.from('\ufeff河谷图书馆', 'utf16le')),
      toText('x'),
      /u\.txt add\/encoding .* look like UTF-16 \(little-endian\), expected UTF-8\. Ask for/,
    ],
    ['a source that is there', () => fixture('news-page'), toPage('ferry'), /ferry add\/exists /],
    [
      'a name that is none',
      () => receive('渡口.txt', '甲。'),
      { kind: 'newspaper-text' },
      /add\/name .* Give one with --name/,
    ],
    ['a slug of another', () => fixture('news-page'), { ...toPage('x'), slug: 'ferry' }, /add\/slug /],
    ['a slug of the site', () => fixture('news-page'), { ...toPage('x'), slug: 'search' }, /add\/slug /],
    [
      'text given for a page',
      () => receive('t.txt', '甲\n乙。'),
      toPage('x'),
      /add\/no-element .* --kind newspaper-text/,
    ],
    [
      'a page given for text',
      () => fixture('news-page'),
      toText('x'),
      /add\/kind Unexpected HTML.*--kind web-page/,
    ],
    [
      'one line, however long',
      () => receive('1.txt', `${'会议指出，渡船照常。'.repeat(500)}\r\n`),
      toText('x'),
      /1\.txt add\/one-line .*line breaks/,
    ],
    [
      'a page of one element',
      () => receive('1.html', '<p>渡船照常。</p>'),
      toPage('x'),
      /1\.html add\/one-element .*whole page/,
    ],
    [
      'a page that is cut',
      () => receive('c.html', '<p>甲</p><!-- '),
      toPage('x'),
      /c\.html:1:9 import\/html-cut /,
    ],
  ])('refuses %s, and writes nothing', (_, given, options, expected) => {
    const file = given();
    const before = readdirSync(path(), { recursive: true }).sort();
    expect(() => add(file, options)).toThrow(expected);
    expect(readdirSync(path(), { recursive: true }).sort()).toEqual(before);
  });

  test('says how it is called', () => {
    const { status, stderr } = run('add', fixture('news-page'), '--kind', 'book');
    expect(stderr).toMatch(
      /^Unexpected kind book, expected newspaper-text or web-page\.\nnpm run add -- <file>/,
    );
    expect(status).toBe(1);
  });

  test('leaves nothing half written', () => {
    // Files can be written, but nothing can be moved to where the sources are.
    rmSync(path('sources'), { recursive: true });
    symlinkSync('/dev/null', path('sources'));
    expect(() => add(fixture('news-page'), toPage('page'))).toThrow();
    expect(readdirSync(path())).not.toContain('.add-staging');
    expect(existsSync(path('sources/page'))).toBe(false);
  });

  test('begins a collection, and says what its collection.yaml lacks', () => {
    rmSync(path('sources'), { recursive: true });
    edit('collection.yaml', (text) => text.replace(/^(kinds|sourceKinds): .*$/gm, '$1: {}'));
    const { toAdd, report } = add(fixture('news-page'), toPage('page'));
    expect(toAdd).toEqual(['sourceKinds: { web-page: 网页 }', 'kinds: { document: 文献 }']);
    expect(report.problems.map(({ rule }) => rule)).toEqual(['import/kind', 'import/kind']);
    edit('collection.yaml', (text) =>
      text
        .replace(/^kinds: .*$/m, 'kinds: { document: 文献 }')
        .replace(/^sourceKinds: .*$/m, 'sourceKinds: { web-page: 网页 }'),
    );
    expect(importContent(path()).sources).toHaveLength(1);
  });
});

describe('a document that no edition has', () => {
  test('may change its slug and its paragraphs, and go, and leaves no id behind', () => {
    const before = readFileSync(path('permalinks.json'), 'utf8');
    add(fixture('column-double-spaced'), toText('valley'));
    edit('sources/valley/recipe.yaml', (text) =>
      text
        .replace('slug: valley', 'slug: valley-libraries')
        .replace('justified: true', 'justified: true, join: [36]'),
    );
    importContent(path());
    const register = JSON.parse(readFileSync(path('permalinks.json'), 'utf8'));
    expect(register.valley).toBeUndefined();
    expect(Object.keys(register['valley-libraries'])).toEqual(
      'title p1 p2 p3 p4 p5 p6 signature-1'.split(' '),
    );
    rmSync(path('sources/valley'), { recursive: true });
    importContent(path());
    expect(readFileSync(path('permalinks.json'), 'utf8')).toBe(before);
  });

  test('is published by an edition only once all is decided', () => {
    add(fixture('column-traditional'), toText('valley'));
    edit('collection.yaml', (text) => text.replace(/^edition: .*$/m, 'edition: 2099-01-01'));
    edit('sources/valley/recipe.yaml', (text) => text.replace(/^ *# (?!Decide: what the site).*\n/gm, ''));
    const refused = run('edition');
    expect(refused.stderr).toMatch(
      /sources\/valley\/recipe\.yaml:3 editions\/undecided .*what the site calls/,
    );
    expect(refused.stderr).toMatch(/recipe\.yaml:7 editions\/undecided .*【待写】来源的说明/);
    expect(refused.status).toBe(1);
    expect(existsSync(path('editions/2099-01-01.json'))).toBe(false);
    edit('sources/valley/recipe.yaml', (text) => text.replace(/^ *# .*\n|【待写】/gm, ''));
    expect(run('edition')).toMatchObject({ status: 0, stderr: '' });
    // From then on its ids are published.
    edit('sources/valley/recipe.yaml', (text) => text.replace('slug: valley', 'slug: other'));
    expect(() => importContent(path())).toThrow(/import\/lost-document Unexpected valley, /);
  });
});

test('a language is guessed by characters that stand in one script only', () => {
  expect(guessLanguage('人后台家里干').counts).toEqual({ hans: 0, hant: 0 });
  expect(guessLanguage('裏裡衛').counts).toEqual({ hans: 0, hant: 3 });
  expect(guessLanguage('国图书馆')).toEqual({ language: 'zh-Hans-CN', counts: { hans: 4, hant: 0 } });
  expect(guessLanguage('國圖書館')).toEqual({ language: 'zh-Hant-TW', counts: { hans: 0, hant: 4 } });
});

test('an encoding is guessed by what the bytes would say', () => {
  const utf16 = Buffer.from('河谷的图书馆在今天开放', 'utf16le');
  expect(guessEncoding(utf16)).toBe('UTF-16 (little-endian)');
  expect(guessEncoding(utf16.swap16())).toBe('UTF-16 (big-endian)');
  // 我们的大学 and 我們的大學, as GB18030 and Big5 have them.
  expect(guessEncoding(Buffer.from('ced2c3c7b5c4b4f3d1a7', 'hex'))).toBe('GB18030 (or GBK)');
  expect(guessEncoding(Buffer.from('a7daadccaabaa46abec7', 'hex'))).toBe('Big5');
  expect(guessEncoding(Buffer.from('ffffff', 'hex'))).toBeUndefined();
});

test('a source is named after its file', () => {
  expect(toSourceName('/tmp/Daily News_2031.05.txt')).toBe('daily-news-2031-05');
  expect(toSourceName('Café.html')).toBe('cafe');
  expect(toSourceName('渡口.txt')).toBe('');
});

test('a decision is listed until its comment and its placeholder are gone', () => {
  expect(
    listDecisions('# Decide: the name.\nname: 【待写】甲\ndescription: 【待写】乙\nslug: x # 【待写】\n'),
  ).toEqual([
    { line: 1, asks: 'the name.' },
    { line: 3, asks: '【待写】乙' },
  ]);
});
