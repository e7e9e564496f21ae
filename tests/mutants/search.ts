import type { MutatedFile } from './mutant.ts';

const tests = ['tests/lib/search/fold.test.ts'];

/** The fold: what it gets wrong, search does not find, or finds where it is not. */
export const search: readonly MutatedFile[] = [
  {
    file: 'src/lib/search/fold.ts',
    tests,
    mutants: [
      {
        find: 'Array.from(plain).length === 1',
        put: 'Array.from(plain).length >= 1',
        why: 'a form of several characters becomes several: all places after it are wrong',
      },
      {
        find: String.raw`text.replace(/\s/gu, ' ')`,
        put: 'text',
        why: 'a full-width space is another than a plain one',
      },
      {
        find: 'const plain = unifyForms(character);',
        put: 'const plain = character;',
        why: 'full-width letters and radicals are not found by what is typed',
      },
      {
        find: "form.normalize('NFKC')",
        put: "form.normalize('NFC')",
        why: 'NFC leaves full-width forms as they are',
      },
      {
        find: "const [first = '', ...others] = Array.from(line);",
        put: "const [first = '', ...others] = line.split('');",
        why: 'a character beyond the first plane is folded as two halves',
      },
      {
        find: 'folded.set(other, first)',
        put: 'folded.set(first, other)',
        why: 'the class is folded the wrong way round, to whichever stands last',
      },
      {
        find: "return Array.from(text, foldCharacter).join('');",
        put: 'return text;',
        why: 'a text with a character beyond the first plane is not folded at all',
      },
    ],
  },
  {
    file: 'src/lib/search/load-shards.ts',
    tests: ['tests/lib/search/tiers.test.ts'],
    mutants: [
      {
        find: 'nameTexts(published) === texts',
        put: 'published.length > 0',
        why: 'texts of two versions of the site are put together',
      },
      {
        find: '(part - (first.get(document) ?? 0)) * length',
        put: '0',
        why: 'each part of a long document has the clauses of its first',
      },
    ],
  },
  {
    file: 'src/lib/search/to-fold-table.ts',
    tests,
    mutants: [
      {
        find: 'if (simplified.has(from) && !simplified.has(to)) parents.set(to, from);',
        put: 'if (simplified.has(from) && !simplified.has(to)) parents.set(from, to);',
        why: 'a traditional character stands for a class that has a simplified one',
      },
      {
        find: 'let codePoint = 0x21;',
        put: 'let codePoint = 0x61;',
        why: 'capital letters stay apart',
      },
      {
        find: 'Array.from(unifyForms(character), classes.first)',
        put: 'Array.from(unifyForms(character))',
        why: 'the collection’s table lacks the classes whose first character does not stand in it',
      },
      {
        find: 'Array.from(unifyForms(character),',
        put: 'Array.from(character,',
        why: 'the collection’s table lacks the classes of what stands in it in another form',
      },
      {
        find: 'if (lower !== character && Array.from(lower).length === 1)',
        put: 'if (lower !== character)',
        why: 'a letter whose lower case is two becomes two',
      },
      {
        find: "'”」〞〟'",
        put: "'“」〞〟'",
        why: 'opening and closing marks become one',
      },
      {
        find: 'for (const variant of variants) join(variant, standard);',
        put: 'for (const variant of variants.slice(1)) join(variant, standard);',
        why: 'the first variant of a standard’s character is forgotten',
      },
    ],
  },
  {
    file: 'src/lib/search/index-words.ts',
    tests: ['tests/lib/search/index-words.test.ts'],
    mutants: [
      {
        find: 'if (characters.length === 1 && rarity(word) === 0) return [];',
        put: '',
        why: 'the index is asked for a character that it does not have, and nothing is found',
      },
    ],
  },
  {
    file: 'src/lib/search/common-words.ts',
    tests: ['tests/lib/search/index-words.test.ts'],
    mutants: [
      {
        find: 'for (const character of characters) rarities.set(character, 0);',
        put: '',
        why: 'characters that the index leaves out count as rare',
      },
      {
        find: 'count >= shareOfShards * sampled.length',
        put: 'count > shareOfShards * sampled.length',
        why: 'a character that half of the shards have is indexed',
      },
    ],
  },
];
