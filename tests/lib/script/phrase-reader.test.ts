import fc from 'fast-check';
import { Converter } from 'opencc-js';
import { configs } from 'opencc-js/preset';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/content/content-files.ts';
import { createPhraseReader, type PhraseRules } from '../../../src/lib/script/phrase-reader.ts';
import { createPhraseTable } from '../../../src/lib/script/phrase-table.ts';
import { readPhrases } from '../../../src/lib/script/read-phrases.ts';
import { fromCodes, toCodes } from '../../../src/lib/text/codes.ts';

/** The rules as opencc-js has them, by its names. */
const rulesOf = (name: 's2tw' | 'tw2s') => configs[name] as unknown as PhraseRules;

function openReader(rules: PhraseRules): (text: string) => string {
  const read = createPhraseReader(rules);
  return (text) => {
    const codes = toCodes(text);
    read(codes, 0, codes.length);
    return fromCodes(codes);
  };
}

describe.each([
  ['s2tw', { from: 'cn', to: 'tw' }],
  ['tw2s', { from: 'tw', to: 'cn' }],
] as const)('%s reads as opencc-js does', (name, options) => {
  const rules = rulesOf(name);
  const ours = openReader(rules);
  const theirs = Converter(options);
  const dictionaries = [rules.segmentation, ...rules.normalizationChain, ...rules.conversionChain].flat();
  const entries = [...new Set(dictionaries.flatMap((dictionary) => String(dictionary).split(/[| ]/)))];

  test('every phrase and character of its dictionaries, both sides', () => {
    expect(entries.length).toBeGreaterThan(5000);
    expect(entries.filter((entry) => ours(entry) !== theirs(entry))).toEqual([]);
  });

  test('phrases that run into each other, cut off, beside descriptions of characters and halves of characters', () => {
    const entry = fc.constantFrom(...entries);
    const piece = fc.oneof(
      { weight: 4, arbitrary: entry },
      entry.chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
      entry.chain((text) => fc.nat(text.length).map((from) => text.slice(from))),
      fc.constantFrom('⿰', '⿱', '⿲', '⿳', '⿻', '㇯', '，', '·', 'A', '\n', '\uD840', '\uDC00'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        expect(ours(text)).toBe(theirs(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('every text of the collection', () => {
    for (const { blocks } of readDocuments('content'))
      for (const { text } of blocks) expect(ours(text)).toBe(theirs(text));
  });
});

describe('by rules of its own', () => {
  const read = (text: string, rules: Partial<PhraseRules>) =>
    openReader({ normalizationChain: [], segmentation: [''], conversionChain: [], ...rules })(text);

  test('the first dictionary of a group decides, and of it the last entry', () => {
    const conversionChain = [['甲 乙|甲 丙', '甲 丁|戊 己']];
    expect(read('甲戊', { conversionChain })).toBe('丙己');
  });

  test('a part is converted by itself: no phrase stands across its ends', () => {
    const conversionChain = [['乙丙 午未|乙 丑|丙 寅']];
    expect(read('甲乙丙', { segmentation: ['甲乙 甲乙'], conversionChain })).toBe('甲丑寅');
    expect(read('甲乙丙', { segmentation: ['子丑 子丑'], conversionChain })).toBe('甲午未');
  });

  test('what one conversion makes, the next one reads', () => {
    const chain = { segmentation: ['甲乙 丙丁'], conversionChain: [['甲乙 丙丁', '丙 戊'], ['丙丁 庚辛']] };
    expect(read('甲乙丙', chain)).toBe('庚辛戊');
  });

  test('a dictionary with a phrase that becomes longer is refused', () => {
    expect(() => read('甲', { conversionChain: [['甲 乙丙']] })).toThrow('Unexpected phrase 甲 → 乙丙');
    expect(() => read('甲', { conversionChain: [['甲乙 丙']] })).toThrow('expected as many characters');
  });
});

describe('a table of phrases', () => {
  const find = (phrases: [string, string][], text: string) => {
    const codes = toCodes(text);
    const table = createPhraseTable(phrases);
    return Array.from(codes, (_, at) => table.find(codes, at, codes.length));
  };

  test('may be empty', () => {
    expect(find([], '甲乙')).toEqual([-1, -1]);
    expect(find([['', '']], '甲')).toEqual([-1]);
  });

  test('finds the longest phrase at each place, of characters of two units, too', () => {
    const phrases: [string, string][] = ['𠮷', '𠮷野', '野𠮷𠮷', '甲'].map((one) => [one, one]);
    expect(find(phrases, '𠮷野𠮷甲')).toEqual([1, -1, 0, 3]);
    expect(find(phrases, '野𠮷𠮷')).toEqual([2, 0, 0]);
  });

  test('finds what a map finds, however many begin alike', () => {
    const character = fc.constantFrom(...Array.from('甲乙丙丁𠮷𠮸'));
    const phrase = fc.string({ unit: character, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { maxLength: 300 }),
        fc.string({ unit: character, maxLength: 30 }),
        (all, text) => {
          const characters = Array.from(text);
          const expected = characters.map((_, at) => {
            const beginnings = characters
              .slice(at)
              .map((_, index) => characters.slice(at, at + index + 1).join(''));
            return all.indexOf(beginnings.findLast((each) => all.includes(each)) ?? '');
          });
          expect(
            find(
              all.map((one) => [one, one]),
              text,
            ),
          ).toEqual(expected);
        },
      ),
    );
  });
});

test('parts that are named are read as if each stood alone', () => {
  const read = (text: string, ends?: readonly number[]) =>
    fromCodes(readPhrases(toCodes(text), 'hant', ends));
  expect(read('关系头发')).toBe('關係頭髮');
  expect(read('关系头发', [1, 4])).toBe('關系頭髮');
  expect(read('关系头发', [2, 3, 4])).toBe('關係頭發');
  expect([read('公里'), read('公里', [1, 2])]).toEqual(['公里', '公裡']);
});

test('what was published is not touched', () => {
  const published = toCodes('关系');
  readPhrases(published, 'hant');
  expect(fromCodes(published)).toBe('关系');
});
