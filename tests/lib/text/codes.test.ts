import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCodes, toCodes } from '../../../src/lib/text/codes.ts';

test('the characters of a text are its code points, and lead back to it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect([...toCodes(text)]).toEqual(Array.from(text, (character) => character.codePointAt(0)));
      expect(fromCodes(toCodes(text))).toBe(text);
    }),
  );
});

test('a lone half of a character is one by itself', () => {
  expect([...toCodes('\uD842中\uDFB7')]).toEqual([0xd842, 0x4e2d, 0xdfb7]);
  expect(fromCodes(toCodes('\uD842中\uDFB7'))).toBe('\uD842中\uDFB7');
});

test('a text may be as long as it likes', () => {
  const text = '中𠮷'.repeat(100_000);
  expect(fromCodes(toCodes(text))).toBe(text);
  expect(fromCodes(toCodes(''))).toBe('');
});
