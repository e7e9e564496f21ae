import { expect, test } from 'vitest';
import { listQuoted } from '../../../src/lib/relate/list-quoted.ts';

const targets = [
  { id: 'statement#s1-1', text: '双方反对制裁,主张和平' },
  { id: 'statement#s1-2', text: '双方主张和平' },
];
const list = (text: string) =>
  listQuoted([{ address: 'report#p1', text }], targets, (words) => words).map(
    ({ span, found }) =>
      `${Array.from(text)
        .slice(...span)
        .join('')}: ${found.join(' ')}`,
  );

test('words between quotation marks, those inside others too, with every clause that has them', () => {
  expect(list('雙方「反对制裁」')).toEqual(['反对制裁: statement#s1-1']);
  expect(list('𠮷說“主张和平”')).toEqual(['主张和平: statement#s1-1 statement#s1-2']);
  expect(list('「双方主张『和平』，愿意合作」')).toEqual([
    '双方主张『和平』，愿意合作: ',
    '和平: statement#s1-1 statement#s1-2',
  ]);
});

test('a mark without its other half quotes nothing, and another kind of mark does not close it', () => {
  expect(list('「反对制裁')).toEqual([]);
  expect(list('“反对制裁」')).toEqual([]);
  expect(list('反对制裁”「」')).toEqual([]);
});
