import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPublished, toPublishedMap } from '../../../src/lib/script/to-published-map.ts';

test('pairs and exceptions lead every shown text back to the published one', () => {
  const character = fc.constantFrom(...Array.from('中系係关關a，𠮷里裡\n'));
  const block = fc.array(fc.tuple(character, character), { maxLength: 12 }).map((pairs) => ({
    // Digits and line breaks are never converted.
    shown: pairs.map(([shown]) => shown).join(''),
    published: pairs.map(([shown, published]) => (shown === '\n' ? '\n' : published)).join(''),
  }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      const named = blocks.map((texts, index) => ({ id: `p${index}`, ...texts }));
      const { pairs, exceptions } = toPublishedMap(named);
      for (const { id, shown, published } of named)
        expect(readPublished(pairs)(shown, exceptions.get(id) ?? '')).toBe(published);
    }),
  );
});

test('what is shipped is the differences', () => {
  const map = toPublishedMap([
    { id: 'p1', published: '关系体系的关系', shown: '關係體系的關係' },
    { id: 'p2', published: '里', shown: '裡' },
    { id: 'p3', published: '裡', shown: '裡' },
  ]);
  expect(map.pairs).toBe('係系裡里關关體体');
  expect([...map.exceptions]).toEqual([['p3', '0裡']]);
});

test('a shown character stands for what it most often does, and for what a reader guesses unsaid', () => {
  const block = { id: 'p1', published: '里裏里里', shown: '裡裡裡裡' };
  const map = toPublishedMap([block]);
  expect(map.pairs).toBe('裡里');
  expect([...map.exceptions]).toEqual([['p1', '1裏']]);
  const guess = (shown: string) => (shown === '裡' ? '里' : shown);
  const guessed = toPublishedMap([block], guess);
  expect(guessed.pairs).toBe('');
  expect(readPublished(guessed.pairs, guess)(block.shown, guessed.exceptions.get('p1') ?? '')).toBe(
    block.published,
  );
});
