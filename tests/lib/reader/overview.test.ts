import { describe, expect, test } from 'vitest';
import type { RelationPage } from '../../../src/lib/reader/list-relation-pages.ts';
import type { CollectionPage } from '../../../src/lib/reader/to-collection-page.ts';
import { toOverview } from '../../../src/lib/reader/to-overview.ts';

type Row = CollectionPage['documents'][number];
const row = (slug: string, day: string, hasFullDate: boolean, characters: number): Row => ({
  slug,
  name: slug,
  href: `/hans/${slug}/`,
  title: slug,
  lang: 'zh-Hans-CN',
  kind: '声明',
  date: day,
  day,
  hasFullDate,
  characters,
  source: { href: '/', name: '' },
  extent: `${characters} 字`,
  form: '原文',
});
const rows = [
  row('a', '2023年3月21日', true, 9000),
  row('b', '2023年3月21日', true, 4500),
  row('c', '3月20日', false, 90),
];
const relation: RelationPage = {
  href: '/hans/compare/a-vs-c/',
  label: '对照 a · c',
  kind: 'comparison',
  kindName: '对照',
  slugs: ['a', 'c'],
};

describe('the picture of a collection', () => {
  const picture = toOverview(rows, [relation, { ...relation, slugs: ['a', 'not-there'] }]);

  test('has every document once, by size, and says a day once', () => {
    expect(picture?.rows.map(({ name, bar, day }) => [name, bar, day])).toEqual([
      ['a', 150, '2023年3月21日'],
      ['b', 75, undefined],
      ['c', 2, '3月20日'],
    ]);
  });

  test('draws time through only between full dates', () => {
    expect(picture?.axis.spans).toEqual([
      { from: 23, to: 69, isKnown: true },
      { from: 69, to: 115, isKnown: false },
    ]);
  });

  test('has an arc for each page that sets two of its documents beside each other', () => {
    expect(picture?.arcs).toHaveLength(1);
    expect(picture?.arcs[0]?.d).toMatch(/^M274,23 C\d+(?:\.\d+)?,23 \d+(?:\.\d+)?,115 274,115$/);
  });

  test('is none of no documents, and of more than it can show', () => {
    expect(toOverview([], [])).toBeUndefined();
    expect(toOverview(Array(61).fill(rows[0]), [])).toBeUndefined();
  });
});
