import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describePlace } from '../../../src/lib/cite/describe-place.ts';
import { wordings } from '../../../src/lib/cite/formats.ts';
import { hashWords, type Mark, readMark, toFragment, writeMark } from '../../../src/lib/cite/mark.ts';
import { partWordsIn } from './records.ts';

const id = fc.oneof(
  fc.nat({ max: 40 }).map((number) => `p${number}`),
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 30 })).map(([section, number]) => `s${section}-${number}`),
  fc.constantFrom('title', 'title-2', 'dateline', 'signature-1', 'caption-12'),
);
const hash = fc.string().map(hashWords);
const at = fc.nat({ max: 5000 });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.tuple(id, id).map(([from, to]) => ({ from: { id: from }, to: { id: to } })),
  fc.tuple(id, at, fc.integer({ min: 1, max: 400 }), hash).map(([one, from, length, words]) => ({
    from: { id: one, at: from },
    to: { id: one, at: from + length },
    hash: words,
  })),
  fc
    .tuple(id, at, id, at, hash)
    .filter(([from, , to]) => from !== to)
    .map(([from, start, to, end, words]) => ({
      from: { id: from, at: start },
      to: { id: to, at: end },
      hash: words,
    })),
);

describe('a mark', () => {
  test('is read as it was written, in an address too', () => {
    fc.assert(
      fc.property(mark, (written) => {
        expect(readMark(writeMark(written))).toEqual(written);
        const { searchParams, hash: fragment } = new URL(toFragment(written), 'https://duben.example/');
        expect(fragment).toBe(`#${written.from.id}`);
        expect(readMark(searchParams.get('mark') ?? written.from.id)).toEqual(written);
      }),
    );
  });

  test.each([
    ['s5-3', { from: { id: 's5-3' }, to: { id: 's5-3' } }, '#s5-3'],
    ['s5-3..s5-5', { from: { id: 's5-3' }, to: { id: 's5-5' } }, '?mark=s5-3..s5-5#s5-3'],
    [
      's5-3:12-18:1a2b3c4d',
      { from: { id: 's5-3', at: 12 }, to: { id: 's5-3', at: 18 }, hash: '1a2b3c4d' },
      '?mark=s5-3:12-18:1a2b3c4d#s5-3',
    ],
    [
      's5-3:12..s5-4:6:1a2b3c4d',
      { from: { id: 's5-3', at: 12 }, to: { id: 's5-4', at: 6 }, hash: '1a2b3c4d' },
      '?mark=s5-3:12..s5-4:6:1a2b3c4d#s5-3',
    ],
  ])('%s', (text, expected: Mark, fragment) => {
    expect(readMark(text)).toEqual(expected);
    expect(writeMark(expected)).toBe(text);
    expect(toFragment(expected)).toBe(fragment);
  });

  test.each([
    '',
    '5.3',
    '5-3',
    'S5-3',
    's5-3..',
    '..s5-3',
    's5-3...s5-4',
    's5-3 ',
    ' s5-3',
    's5-3\n',
    's5-3:12',
    's5-3:12-18',
    's5-3:12-18:1A2B3C4D',
    's5-3:12-18:1a2b3c4',
    's5-3:12-18:1a2b3c4d5',
    's5-3:-1-18:1a2b3c4d',
    's5-3:18-12:1a2b3c4d',
    's5-3:12-12:1a2b3c4d',
    's5-3:12..s5-3:12:1a2b3c4d',
    's5-3:a-b:1a2b3c4d',
    '<b>',
  ])('is refused: %j', (text) => {
    expect(readMark(text)).toBeUndefined();
  });
});

test.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
])('the hash of %j is that of FNV-1a', (text, expected) => {
  expect(hashWords(text)).toBe(expected);
});

test.each<[from: string, to: string, script: 'hans' | 'hant', zh: string, para: string, par: string]>([
  ['s5-3', 's5-3', 'hans', '第5.3段', 'para. 5.3', 'par. 5.3'],
  ['s5-3', 's5-5', 'hans', '第5.3—5.5段', 'paras. 5.3–5.5', 'pars. 5.3–5.5'],
  ['p2', 'p2', 'hans', '第2段', 'para. 2', 'par. 2'],
  ['p2', 'p10', 'hant', '第2—10段', 'paras. 2–10', 'pars. 2–10'],
  ['title', 'title', 'hans', '标题', 'title', 'title'],
  ['dateline', 'dateline', 'hant', '電頭', 'dateline', 'dateline'],
  ['signature-1', 'signature-1', 'hans', '落款1', 'signature 1', 'signature 1'],
  [
    'signature-1',
    'signature-2',
    'hans',
    '落款1—落款2',
    'signature 1 to signature 2',
    'signature 1 to signature 2',
  ],
  ['title', 'p1', 'hans', '标题—第1段', 'title to para. 1', 'title to par. 1'],
])('from %s to %s, in %s', (from, to, script, ...expected) => {
  const place = { from: { id: from }, to: { id: to } };
  expect(wordings.map((wording) => describePlace(place, wording, partWordsIn(script)))).toEqual(expected);
});
