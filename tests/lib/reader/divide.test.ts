import { expect, test } from 'vitest';
import { divideRelations } from '../../../src/lib/reader/divide-relations.ts';
import { toPages } from '../../../src/lib/reader/to-pages.ts';
import { toVolumes } from '../../../src/lib/search/to-shards.ts';
import { relateDocuments } from '../relate/collection.ts';

test('a long list is divided into pages, an empty one has a page', () => {
  expect(toPages([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(toPages([1, 2], 2)).toEqual([[1, 2]]);
  expect(toPages([], 2)).toEqual([[]]);
});

test('shards fill volumes in their order; one that is larger than a volume has its own', () => {
  const shards = [3, 3, 9, 1, 4].map((length) => ({ length }));
  expect(toVolumes(shards, 6).map((volume) => volume.map(({ length }) => length))).toEqual([
    [3, 3],
    [9],
    [1, 4],
  ]);
  expect(toVolumes([], 6)).toEqual([[]]);
  // About as large as each other: 10 and 2 would take as much memory to make as 12.
  const small = Array.from({ length: 12 }, () => ({ length: 1 }));
  expect(toVolumes(small, 10).map(({ length }) => length)).toEqual([7, 5]);
});

test('the relations of a document are those that it is on, and all are on some', () => {
  const relations = relateDocuments();
  const of = divideRelations(relations);
  const { parallels } = of('2024-joint-statement');
  expect(parallels).toEqual(
    relations.parallels.filter(({ from, to }) => `${from} ${to}`.includes('2024-joint-statement#')),
  );
  expect(of('cna-report').reports).toEqual(relations.reports.filter(({ report }) => report === 'cna-report'));
  expect(of('cna-report').mentions.length).toBeLessThan(relations.mentions.length);
  expect(of('none')).toMatchObject({ parallels: [], witnesses: [], mentions: [] });
});
