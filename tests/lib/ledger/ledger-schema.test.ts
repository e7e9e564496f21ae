import { expect, test } from 'vitest';
import { ledgerSchema } from '../../../src/schemas/ledger.ts';

const kept = { from: 0, to: 2, kept: 'sample#p1', at: 0 };
const left = { from: 2, to: 3, left: 'line-end' };
const parse = (...entries: unknown[]) =>
  ledgerSchema.safeParse({
    source: 'sample',
    sha256: '0'.repeat(64),
    characters: 3,
    kept: 2,
    leftOut: { 'line-end': 1 },
    segments: [],
    entries,
  });

test('entries say what is kept, and what is left out', () => {
  expect(parse(kept, left).success).toBe(true);
  expect(parse({ ...kept, as: '&' }, { ...left, left: 'furniture', note: '页眉' }).success).toBe(true);
});

test.each([
  ['no entry', null],
  ['a text', '0-2'],
  ['a list', [0, 2]],
  ['no place', { to: 2, kept: 'sample#p1', at: 0 }],
  ['a place before the first', { ...kept, from: -1 }],
  ['half a place', { ...kept, to: 1.5 }],
  ['a place that is a text', { ...kept, at: '0' }],
  ['an end at the beginning', { ...left, from: 0, to: 0 }],
  ['neither kept nor left out', { from: 0, to: 2 }],
  ['both', { ...kept, left: 'line-end' }],
  ['a block that is none', { ...kept, kept: 1 }],
  ['a reason that nobody knows', { ...left, left: 'because' }],
  ['a reading of what is left out', { ...left, as: '&' }],
  ['a note that is none', { ...left, note: 1 }],
  ['a reading that is none', { ...kept, as: 1 }],
  ['something else', { ...kept, why: 'so' }],
])('%s is refused at its place', (_, entry) => {
  const { error } = parse(left, entry);
  expect(error?.issues).toHaveLength(1);
  expect(error?.issues[0]?.path).toEqual(['entries', 1]);
  expect(error?.issues[0]?.message).toContain('expected {from, to, kept, at, as}');
});
