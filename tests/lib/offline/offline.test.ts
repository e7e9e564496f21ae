import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWanted } from '../../../src/lib/offline/manifest.ts';
import { resolvePath } from '../../../src/lib/offline/resolve-path.ts';
import { isSaved, toManifest } from '../../../src/lib/offline/to-manifest.ts';

const documents = [
  { slug: 'a', source: 'one' },
  { slug: 'a-vs-b', source: 'one' },
  { slug: 'b', source: 'two' },
];
const groupsOf = (path: string) => {
  const files = [{ path, sha256: '', served: 1 }];
  return toManifest({ edition: '2026-01-01', files, documents, limit: 10 }).files[0]?.groups;
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
  for (const path of ['search/hans.json', 'pagefind/pagefind.js']) expect(groupsOf(path)).toEqual(['search']);
  for (const path of [
    'index.html',
    'hans/index.html',
    'hans/cite/index.html',
    '_astro/a.js',
    'data/index.json',
  ])
    expect(groupsOf(path), path).toEqual(['core']);
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
  expect(groupsOf('downloads/index.html')).toEqual(['core']);
  expect(isSaved('pagefind/pagefind.js', true)).toBe(true);
  expect(isSaved('pagefind/pagefind.js', false)).toBe(false);
});

test('above the limit only the core is wanted, and what was chosen', () => {
  const paths = ['index.html', 'hans/a/index.html', 'hans/b/index.html', 'search/hans.json'];
  const files = paths.map((path) => ({ path, sha256: '', served: 3 }));
  const manifestOf = (limit: number) => toManifest({ edition: '2026-01-01', files, documents, limit });
  const wanted = (limit: number, chosen: readonly string[]) => {
    const manifest = manifestOf(limit);
    return manifest.files.filter((file) => isWanted(manifest, file, chosen)).map(({ path }) => path);
  };
  expect(wanted(12, [])).toEqual(paths);
  expect(wanted(11, [])).toEqual(['index.html']);
  expect(wanted(11, ['b', 'search'])).toEqual(['index.html', 'hans/b/index.html', 'search/hans.json']);
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
