import { expect, test } from 'vitest';
import { positionAt } from '../../../src/lib/text/source-text.ts';

test('a place in a text is said in lines and characters, one of two units is one', () => {
  expect(positionAt('甲\n𠮷乙', 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt('甲\n𠮷乙', 2)).toEqual({ line: 2, column: 1 });
  expect(positionAt('甲\n𠮷乙', 4)).toEqual({ line: 2, column: 2 });
});
