import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PackageFile } from '../../../src/lib/export/package-file.ts';
import { checkBag, toBag } from '../../../src/lib/export/to-bag.ts';
import { useCopyOfContent } from '../copy-of-content.ts';

const info = { title: '读本', description: '样本。', edition: '2026-01-01', rights: '无。' };
const payload: PackageFile[] = [
  { path: 'sources/a/source.txt', content: '甲\r\n乙' },
  { path: 'a%b\nc.txt', content: '' },
];
const change = (bag: readonly PackageFile[], path: string, edit: (text: string) => string) =>
  bag.map((file) => (file.path === path ? { path, content: edit(String(file.content)) } : file));

test('a bag has what RFC 8493 asks for, and is valid', () => {
  const bag = toBag(payload, info);
  expect(bag.map(({ path }) => path)).toEqual([
    'bagit.txt',
    'bag-info.txt',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha512.txt',
    'data/a%b\nc.txt',
    'data/sources/a/source.txt',
  ]);
  expect(String(bag[2]?.content)).toMatch(
    /^[0-9a-f]{64} {2}data\/a%25b%0Ac\.txt\n[0-9a-f]{64} {2}data\/sources/,
  );
  expect(String(bag[1]?.content)).toContain('Payload-Oxum: 8.2\n');
  expect(checkBag(bag)).toEqual([]);
});

test('what is missing, changed, added or misplaced is named', () => {
  const bag = toBag(payload, info);
  const problemsOf = (files: readonly PackageFile[]) => checkBag(files).join('\n');
  expect(problemsOf(change(bag, 'data/sources/a/source.txt', () => '甲\r\n丙'))).toContain(
    'data/sources/a/source.txt  Unexpected content',
  );
  expect(problemsOf(bag.filter(({ path }) => path !== 'data/sources/a/source.txt'))).toContain(
    'Missing, but listed',
  );
  expect(problemsOf([...bag, { path: 'data/new.txt', content: '' }])).toContain('data/new.txt  Not listed');
  expect(problemsOf(change(bag, 'bag-info.txt', (text) => text.replace('样本', '他本')))).toContain(
    'bag-info.txt  Unexpected content',
  );
  expect(problemsOf(change(bag, 'bagit.txt', (text) => text.replace('1.0', '0.97')))).toContain(
    'declaration',
  );
  expect(
    problemsOf(change(bag, 'manifest-sha256.txt', (text) => text.replace('data/sources', '../sources'))),
  ).toContain('expected a path in the bag');
  expect(problemsOf(toBag(payload, { ...info, rights: '一\n二' }))).toContain(
    'expected a label and its value',
  );
  expect(problemsOf(bag.filter(({ path }) => !path.startsWith('manifest-')))).toContain('expected a list');
});

test('any files make a valid bag, the same bytes in any order', () => {
  const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.+$|[/\\]/.test(text));
  const files = fc.uniqueArray(fc.record({ path: name, content: fc.uint8Array() }), {
    selector: ({ path }) => path,
  });
  fc.assert(
    fc.property(files, (given) => {
      const bag = toBag(given, info);
      expect(checkBag(bag)).toEqual([]);
      expect(toBag([...given].reverse(), info)).toEqual(bag);
    }),
    // Found by chance: a line separator of Unicode is no end of a line here.
    { examples: [[[{ path: '\u2028', content: new Uint8Array() }]]] },
  );
});

const copy = useCopyOfContent();

test('the command packs content/ and says when a bag is damaged', () => {
  const out = copy.path('..', 'bag');
  expect(copy.run('bag', '--out', out)).toMatchObject({ status: 0 });
  copy.edit('../bag/data/collection.yaml', (text) => `${text}#`);
  // Nothing is put in the place of what is no bag.
  expect(copy.run('bag', '--out', copy.path('..'))).toMatchObject({ status: 1 });
  expect(copy.run('bag', '--out', copy.path('sources'))).toMatchObject({ status: 1 });
  const { status, stderr } = copy.run('bag', '--out', out, '--check');
  expect(status).toBe(1);
  expect(stderr).toContain('data/collection.yaml  Unexpected content');
});
