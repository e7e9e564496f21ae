import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clause } from '../../../src/lib/search/clause.ts';
import {
  listCommonCharacters,
  readCommonWords,
  toCommonPairs,
} from '../../../src/lib/search/common-words.ts';
import { toIndexQueries, toPairQueries } from '../../../src/lib/search/index-words.ts';
import { toIndexContent } from '../../../src/lib/search/to-index-content.ts';
import { toCodes } from '../../../src/lib/text/codes.ts';

const clause = (form: string): Clause => ({
  document: 0,
  id: 's1-1',
  text: form,
  published: form,
  forms: [form],
  base: [],
});
const toContent = (form: string, common = '') =>
  ` ${toIndexContent([clause(form)], new Set(toCodes(common)))} `;
/** Whether a record answers a query, as Pagefind answers a quoted one. */
const answers = (content: string, query: string) => content.includes(` ${query.replaceAll('"', '')} `);
/** Which of some stretches a query asks for. */
const named = (query: string, stretches: readonly string[]) =>
  stretches.filter((stretch) => toIndexQueries([stretch], () => 1).at(-1)?.[0] === query);

describe('what the index is asked', () => {
  test('every record that has the words answers every step, and the last step is all of each word', () => {
    const characters = fc.constantFrom(...Array.from('双方重申反对，。一'));
    const text = (minLength: number) =>
      fc.array(characters, { minLength, maxLength: 9 }).map((list) => list.join(''));
    const rarity = fc.func(fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(
        text(0),
        fc.array(text(1), { minLength: 1, maxLength: 3 }),
        text(0),
        rarity,
        (before, words, after, rare) => {
          const known = Array.from('双方重申反对，。一');
          const common = known.filter((character) => rare(character) === 0).join('');
          const content = toContent([before, ...words, after].join(''), common);
          const steps = toIndexQueries(words, rare);
          expect(steps.flat().every((query) => answers(content, query))).toBe(true);
          const asked = words.filter((word) => !common.includes(word) || Array.from(word).length > 1);
          const whole = asked.map(
            (word) => toIndexQueries([word], () => (word.length > 1 ? 0 : 1)).at(-1)?.[0] ?? '',
          );
          expect(whole.every((query) => steps.flat().includes(query))).toBe(true);
        },
      ),
    );
  });

  test('the rarest stretch first, across a mark rather than within a phrase, a heavy pair last', () => {
    const word = '双方重申反对';
    const stretches = ['双方重申', '方重申反', '重申反对'];
    const first = (rare: (pair: string) => number, text = word) =>
      named(toIndexQueries([text], rare)[0]?.[0] ?? '', [...stretches, '重申，反', '申，反对', '方重申，']);
    expect(first((pair) => (pair === '反对' ? 9 : 1))).toEqual(['重申反对']);
    expect(first((pair) => (pair === '双方' ? 9 : 1))).toEqual(['双方重申']);
    expect(first((pair) => (pair === '双方' ? 0 : 1))).toEqual(['方重申反']);
    expect(first(() => 1, '双方重申，反对')).toEqual(['重申，反']);
  });

  test('the pairs of the nearest clauses are those that were asked first, whose files are here', () => {
    const rare = (pair: string) => (pair === '反对' ? 9 : 1);
    const [pair = ''] = toPairQueries(['重申反对'], rare);
    expect(answers(toContent('重申反对'), pair)).toBe(true);
    expect(toPairQueries(['双方重申反对霸权主义'], rare)).toHaveLength(4);
  });
});

test('common pairs are listed by how often they stand, heavy ones count as no reason to ask', () => {
  const common = toCommonPairs([clause('双方重申双方双方'), clause('双方反对'), clause('反对')]);
  expect(common).toEqual({ pairs: '双方反对', heavy: 0 });
  const rarity = readCommonWords({ pairs: '双方反对', heavy: 1, characters: '方' });
  expect(rarity('双方')).toBe(0);
  expect(rarity('反对')).toBeGreaterThan(0);
  expect(rarity('深化')).toBeGreaterThan(rarity('反对'));
});

describe('characters that most records have', () => {
  const records = ['双方重申', '双方反对', '双边关系', '一'].map((form) => [clause(form)]);

  test('are listed: half of the records are enough', () => {
    expect(listCommonCharacters(records, (record) => record)).toBe('双方');
    expect(listCommonCharacters([], (record) => record)).toBe('');
    expect(listCommonCharacters([[clause('𠮷一')]], (record) => record)).toBe('一𠮷');
  });

  test('are in no record by themselves, and are not asked for', () => {
    const rarity = readCommonWords({ pairs: '', heavy: 0, characters: '双方' });
    expect(toIndexQueries(['双'], rarity)).toEqual([]);
    expect(toPairQueries(['双'], rarity)).toEqual([]);
    const [[query = ''] = []] = toIndexQueries(['双', '边'], rarity);
    expect(toIndexQueries(['双', '边'], rarity)).toEqual([[query]]);
    const [[common = ''] = []] = toIndexQueries(['双'], () => 1);
    const content = toContent('双边关系', '双方');
    expect([answers(content, query), answers(content, common)]).toEqual([true, false]);
    expect(answers(toContent('双边关系'), common)).toBe(true);
  });

  test('are asked for in pairs', () => {
    const rarity = readCommonWords({ pairs: '', heavy: 0, characters: '双方' });
    const [[query = ''] = []] = toIndexQueries(['双方'], rarity);
    expect(answers(toContent('双方重申', '双方'), query)).toBe(true);
  });
});
