import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinFiles, listWanted } from '../../../src/lib/offline/manifest.ts';
import { resolvePath } from '../../../src/lib/offline/resolve-path.ts';
import { divideFiles, isSaved } from '../../../src/lib/offline/to-manifest.ts';

const documents = [
  { slug: 'a', source: 'one' },
  { slug: 'a-vs-b', source: 'one' },
  { slug: 'b', source: 'two' },
];
const toFiles = (paths: readonly string[]) => paths.map((path) => ({ path, sha256: path, served: 3 }));
/** The groups of a file; none where it is saved in any case. */
const groupsOf = (path: string, hasIndex = false) => {
  const { files, groups } = divideFiles({ files: toFiles([path]), documents, limit: 10, hasIndex });
  expect(files.length > 0).toBe(groups.size === 0);
  return [...groups.keys()];
};

test('a file belongs to the documents that its path names', () => {
  expect(groupsOf('hans/a/index.html')).toEqual(['a']);
  expect(groupsOf('hant/cite/b/index.html')).toEqual(['b']);
  expect(groupsOf('hans/collate/a/index.html')).toEqual(['a']);
  expect(groupsOf('data/a.json')).toEqual(['a']);
  expect(groupsOf('data/cite/a.csl.json')).toEqual(['a']);
  expect(groupsOf('hans/sources/one/index.html')).toEqual(['a', 'a-vs-b']);
  expect(groupsOf('hans/compare/a-vs-b/index.html')).toEqual(['a', 'b']);
  expect(groupsOf('hans/compare/a-vs-b-vs-b/index.html')).toEqual(['a-vs-b', 'b']);
  for (const path of ['search/hans.json', 'pagefind/pagefind.js', 'data/relations.json'])
    expect(groupsOf(path)).toEqual(['search']);
  for (const path of [
    'index.html',
    'hans/index.html',
    'hans/cite/index.html',
    '_astro/a.js',
    'data/index.json',
    'hans/collection/documents.json',
    'hans/cite/documents/2/index.html',
  ])
    expect(groupsOf(path), path).toEqual([]);
});

test('where search has an index, it reads the data of the documents', () => {
  expect(groupsOf('data/a.json', true)).toEqual(['a', 'search']);
  expect(groupsOf('hans/a/index.html', true)).toEqual(['a']);
  expect(groupsOf('data/cite/a.json', true)).toEqual(['a']);
  expect(groupsOf('data/index.json', true)).toEqual([]);
});

test('received bytes, downloads, and what must be asked for are not saved', () => {
  for (const path of [
    'data/sources/one.txt',
    'downloads/a.epub',
    'data/edition.json',
    'share/a.png',
    'sw.js',
  ])
    expect(isSaved(path, true), path).toBe(false);
  expect(isSaved('downloads/index.html', true)).toBe(true);
  expect(groupsOf('downloads/index.html')).toEqual([]);
  expect(isSaved('pagefind/pagefind.js', true)).toBe(true);
  expect(isSaved('pagefind/pagefind.js', false)).toBe(false);
});

test('above the limit only the lists of what was chosen are wanted', () => {
  const paths = ['index.html', 'hans/a/index.html', 'hans/b/index.html', 'search/hans.json'];
  const divide = (limit: number) => divideFiles({ files: toFiles(paths), documents, limit, hasIndex: false });
  const { isWhole, files, groups } = divide(12);
  expect(isWhole).toBe(true);
  expect(divide(11).isWhole).toBe(false);
  expect(files.map(({ path }) => path)).toEqual(['index.html']);
  const lists = Object.fromEntries([...groups.keys()].map((name) => [name, { sha256: name, served: 3 }]));
  const wanted = (chosen: readonly string[], whole = false) =>
    listWanted({ isWhole: whole, groups: lists }, chosen).map(({ path }) => path);
  expect(wanted([], true)).toEqual(['a', 'b', 'search'].map((name) => `offline/lists/${name}.json`));
  expect(wanted([])).toEqual([]);
  // What was chosen once may not be in the collection any more.
  expect(wanted(['b', 'gone'])).toEqual(['offline/lists/b.json']);
});

test('where a source is drawn of the data of its documents, each is saved with all of that', () => {
  const three = [
    { slug: 'a', source: 'x' },
    { slug: 'b', source: 'x' },
    { slug: 'c', source: 'y' },
  ];
  const paths = [
    'data/a.json',
    'data/b.json',
    'data/c.json',
    'data/sources/x.json',
    'hans/sources/x/index.html',
  ];
  const pathsOf = (files: readonly string[], name: string) =>
    divideFiles({ files: toFiles(files), documents: three, limit: 0, hasIndex: false })
      .groups.get(name)
      ?.map(({ path }) => path);
  expect(pathsOf(paths, 'a')).toEqual([...paths.slice(0, 2), ...paths.slice(3)]);
  expect(pathsOf(paths, 'c')).toEqual(['data/c.json']);
  // Elsewhere the page of a source has all that it shows.
  expect(pathsOf(['data/a.json', 'data/b.json', 'hans/sources/x/index.html'], 'a')).toEqual([
    'data/a.json',
    'hans/sources/x/index.html',
  ]);
});

test('what documents share is saved once', () => {
  const { groups } = divideFiles({
    files: toFiles(['hans/a/index.html', 'hans/compare/a-vs-b/index.html']),
    documents,
    limit: 0,
    hasIndex: false,
  });
  expect(joinFiles([...groups.values()]).map(({ path }) => path)).toEqual([
    'hans/a/index.html',
    'hans/compare/a-vs-b/index.html',
  ]);
});

test('an address means a file as a static host reads it', () => {
  const files = new Set(['index.html', 'hans/index.html', 'hans/a/index.html', 'a.js']);
  const resolve = (path: string) =>
    resolvePath(`https://host.example${path}`, 'https://host.example/r%20e/', (file) => files.has(file));
  const page = { path: 'hans/a/index.html', folder: false };
  expect(resolve('/r%20e/hans/a/?q=1#x')).toEqual(page);
  expect(resolve('/r%20e/hans/a/index.html')).toEqual(page);
  expect(resolve('/r%20e/h%61ns/%61/')).toEqual(page);
  expect(resolve('/r%20e/hans/a')).toEqual({ ...page, folder: true });
  expect(resolve('/r%20e/')).toEqual({ path: 'index.html', folder: false });
  expect(resolve('/r%20e')).toEqual({ path: 'index.html', folder: true });
  expect(resolve('/r%20e/a.js')).toEqual({ path: 'a.js', folder: false });
  expect(resolve('/elsewhere/a.js')).toBeUndefined();
  expect(resolve('/r%20e/%E5')).toBeUndefined();
  expect(resolvePath('https://other.example/r/', 'https://host.example/r/', () => true)).toBeUndefined();
});

test('any path of a file comes back from its address', () => {
  const part = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.+$|[/\\]/.test(text));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const path = parts.join('/');
      const address = `https://host.example/r/${parts.map(encodeURIComponent).join('/')}`;
      expect(resolvePath(address, 'https://host.example/r/', (file) => file === path)?.path).toBe(path);
    }),
  );
});
