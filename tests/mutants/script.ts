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
        find: 'shown.set(toCodes(exception.becomes), at)',
        put: 'shown.set(toCodes(exception.becomes), 0)',
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
    ],
  },
  {
    file: 'src/lib/script/read-phrases.ts',
    tests: ['tests/lib/script/create-converter.test.ts', 'tests/lib/script/phrase-reader.test.ts'],
    mutants: [
      {
        find: '[0xe000, 0xfaff]',
        put: '[0xe000, 0xf8ff]',
        why: 'compatibility characters are replaced',
      },
      {
        find: 'start = end;',
        put: 'start = 0;',
        why: 'a part of a text is read together with those before it',
      },
    ],
  },
  {
    file: 'src/lib/script/phrase-reader.ts',
    tests: ['tests/lib/script/phrase-reader.test.ts'],
    mutants: [
      {
        find: 'between = at + phrases.lengthOf(phrase);',
        put: 'between = at + 1;',
        why: 'of a phrase all but its first character are converted once more',
      },
      {
        find: 'first[index] === dictionary',
        put: 'true',
        why: 'other phrases are taken for those of the first conversion',
      },
      {
        find: 'readPart(codes, between, end, -1);',
        put: '',
        why: 'what stands after the last phrase is not converted',
      },
      {
        find: 'if (next >= end) return at + 1;',
        put: 'if (next >= end) return next;',
        why: 'what stands after a sign for descriptions at the end of a part is not read',
      },
      {
        find: '.toReversed()',
        put: '',
        why: 'of several dictionaries the last one decides',
      },
    ],
  },
  {
    file: 'src/lib/script/phrase-table.ts',
    tests: ['tests/lib/script/phrase-reader.test.ts'],
    mutants: [
      {
        find: 'if (phrase >= 0) found = phrase;',
        put: 'if (phrase >= 0 && found < 0) found = phrase;',
        why: 'the shortest phrase is taken',
      },
      {
        find: 'if (next >= end) break;',
        put: '',
        why: 'a phrase is found that goes on after the end of a part',
      },
      {
        find: ' || branches[place + 1] !== code',
        put: '',
        why: 'another character leads to a phrase',
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
