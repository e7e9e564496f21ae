import type { MutatedFile } from './mutant.ts';

/** Conversion between the scripts, and the way back to what was published. */
export const script: readonly MutatedFile[] = [
  {
    file: 'src/lib/script/create-converter.ts',
    tests: ['tests/lib/script/create-converter.test.ts', 'tests/lib/script/cases.test.ts'],
    mutants: [
      {
        find: 'a.text.length - b.text.length',
        put: 'b.text.length - a.text.length',
        why: 'of overlapping exceptions the shorter decides',
      },
      {
        find: String.raw`\uE000-\uF8FF\uF900-\uFAFF`,
        put: String.raw`\uE000-\uF8FF`,
        why: 'compatibility characters are replaced',
      },
      {
        find: 'shown[at + index] = character',
        put: 'shown[index] = character',
        why: 'an exception is put at the beginning of the text',
      },
      {
        find: 'at + wanted.length <= published.length',
        put: 'at + wanted.length < published.length',
        why: 'an exception at the end of a text is overlooked',
      },
      {
        find: 'exceptions.filter(({ to }) => to === script)',
        put: 'exceptions.filter(({ to }) => to !== script)',
        why: 'exceptions of one direction hold for the other',
      },
      {
        find: 'there.length > 0 ? Array.from(text) : []',
        put: "there.length > 0 ? text.split('') : []",
        why: 'after a character of two units exceptions are put in the wrong place',
      },
    ],
  },
  {
    file: 'src/lib/script/to-published-map.ts',
    tests: ['tests/lib/script/published-map.test.ts'],
    mutants: [
      {
        find: 'usual.get(to) !== from) list +=',
        put: 'usual.get(to) !== to) list +=',
        why: 'what stands for another than usual is not said where it is the same character',
      },
      {
        find: 'usual.get(character) ?? guess(character)',
        put: 'usual.get(character) ?? character',
        why: 'what need not be said is not guessed',
      },
      {
        find: String.raw`/(\d+)(\D)/gu`,
        put: String.raw`/(\d+)(\D)/g`,
        why: 'of a character of two units one half is put',
      },
      {
        find: 'here += from > 0xffff ? 2 : 1;',
        put: 'here += 1;',
        why: 'after a character of two units all places are wrong',
      },
      {
        find: 'other[1] > most[1] ? other : most',
        put: 'other[1] < most[1] ? other : most',
        why: 'the rarest character counts as the usual one, and a page ships an exception for all others',
      },
    ],
  },
];
