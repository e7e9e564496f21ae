import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSource } from '../../../src/content/describe-source.ts';
import { openContent } from '../../../src/content/read-content.ts';
import { sayIn } from '../../../src/lib/reader/interface-text.ts';
import { readRowsData, textsByAddress, toRowsData } from '../../../src/lib/reader/source-rows.ts';
import { partWords } from '../../../src/lib/reader/to-citations-page.ts';
import type { SourceRow } from '../../../src/lib/reader/to-source-page.ts';
import { scripts } from '../../../src/lib/script/scripts.ts';
import { sourceRowsSchema } from '../../../src/schemas/data.ts';

const content = openContent('content');

test.each(readdirSync('content/sources'))(
  'the rows of %s are read back from its data, in both scripts',
  (id) => {
    const [hans, hant] = [describeSource(content, id, 'hans'), describeSource(content, id, 'hant')];
    const texts = textsByAddress(content.documentsOf(id).map(content.data));
    const data = toRowsData(
      { hans: hans.page.rows, hant: hant.page.rows },
      { hans: hans.titles, hant: hant.titles },
      texts,
      '2026-11-21',
    );
    const published = JSON.parse(JSON.stringify(sourceRowsSchema.parse(data)));
    const described = { hans, hant };
    for (const script of scripts)
      expect(readRowsData(published, script, partWords(sayIn(script)), texts)).toEqual(
        described[script].page.rows,
      );
    // What is kept stands in the documents' data, and nowhere twice.
    for (const run of data.lines.flat())
      if (typeof run === 'object' && typeof run[0] === 'number') expect(run[1]).toBeTypeOf('number');
  },
);

test('what is kept otherwise than the data has it is written out, and what follows is still found', () => {
  const kept = (text: string, label?: string) => ({
    type: 'kept' as const,
    text,
    slug: 'a',
    id: 'p1',
    ...(label !== undefined && { label, document: '甲' }),
  });
  const rows: SourceRow[] = [
    { line: 1, runs: [kept('一二', '1'), { type: 'space', text: ' ' }] },
    { line: 4, runs: [kept('三X'), { type: 'left', text: '广告', label: '广告' }, kept('五六')] },
  ];
  const texts = new Map([['a#p1', '一二\n三四五六']]);
  const titles = new Map([['a', '甲']]);
  const data = toRowsData({ hans: rows, hant: rows }, { hans: titles, hant: titles }, texts, '1');
  // The number of a line stands where it is not the next one.
  expect(data.lines[0]?.[0]).toEqual([0, 2]);
  expect(data.lines[1]?.slice(0, 2)).toEqual([4, [0, '三X']]);
  expect(readRowsData(data, 'hans', partWords(sayIn('hans')), texts)).toEqual(rows);
  expect(() => readRowsData(data, 'hans', partWords(sayIn('hans')), new Map())).toThrow('a#p1');
});
