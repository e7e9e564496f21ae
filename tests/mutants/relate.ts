import type { MutatedFile } from './mutant.ts';

/** Collation and alignment: what they get wrong is said of the texts. */
export const relate: readonly MutatedFile[] = [
  {
    file: 'src/lib/relate/align.ts',
    tests: ['tests/lib/relate/align.test.ts'],
    mutants: [
      {
        find: ' && last.witness + last.length === run.witness',
        put: '',
        why: 'two stretches become one where the witness has more between them',
      },
      {
        find: 'before[index] = ends[low - 1] ?? -1;',
        put: 'before[index] = ends[low] ?? -1;',
        why: 'the row of anchors does not rise',
      },
      {
        find: 'anchor.base < base || anchor.witness < witness',
        put: 'anchor.base < base',
        why: 'stretches overlap in the witness',
      },
      {
        find: 'places.set(entry, places.has(entry) ? -1 : place)',
        put: 'places.set(entry, place)',
        why: 'what stands twice is taken as an anchor',
      },
      {
        find: 'reached(k - 1) < reached(k + 1)',
        put: 'reached(k - 1) > reached(k + 1)',
        why: 'the way back is not the way that was found',
      },
      {
        find: 'if (x >= n && x - k >= m) break search;',
        put: 'if (x >= n || x - k >= m) break search;',
        why: 'the search ends at the end of either text',
      },
      {
        find: 'if (end > 0) add({',
        put: 'if (end > 1) add({',
        why: 'one common character at the end counts as changed',
      },
      {
        find: 'for (let k = -changes; k <= changes; k += 2)',
        put: 'for (let k = -changes; k < changes; k += 2)',
        why: 'what the witness lacks is not found first',
      },
    ],
  },
  {
    file: 'src/lib/relate/changes.ts',
    tests: ['tests/lib/relate/changes.test.ts', 'tests/lib/relate/collate.test.ts'],
    mutants: [
      {
        find: 'between.length >= Math.min(least, mostChance)',
        put: 'between.length > Math.min(least, mostChance)',
        why: 'a stretch as long as the change beside it counts as chance',
      },
      {
        find: ' || between.includes(paragraphBreak)',
        put: '',
        why: 'changes are joined over the end of a paragraph',
      },
      {
        find: '-by <= room.before',
        put: '-by < room.before',
        why: 'a change does not move to the end of the one before',
      },
      {
        find: 'if (/[。；！？]/u.test(last)) return 3;',
        put: 'if (/[。；！？]/u.test(last)) return 1;',
        why: 'a change stands in the middle of a sentence that it could end with',
      },
      {
        find: 'Math.min(to - from, end - start) > 2 * chance',
        put: 'Math.min(to - from, end - start) > 0',
        why: 'one changed character takes the one before it along',
      },
      {
        find: 'base[to - 1] === witness[end - 1]',
        put: 'base[to] === witness[end]',
        why: 'what both texts have at the end of a change is not taken off',
      },
      {
        find: 'from === chance || base',
        put: 'base',
        why: 'the first character of a reworded first paragraph stays by itself',
      },
    ],
  },
  {
    file: 'src/lib/relate/divide-change.ts',
    tests: ['tests/lib/relate/collate.test.ts'],
    mutants: [
      {
        find: 'if (isBreakForMark(change, base, witness)) return [change];',
        put: '',
        why: 'a number on a line of its own, printed with a mark in the other text, is said to be split',
      },
      {
        find: 'const end = isFirst ? (ours[x + 1] as Range)[0] : (ours[x] as Range)[1];',
        put: 'const end = (ours[x] as Range)[1];',
        why: 'a paragraph that is lacking before the first pair leaves its break',
      },
      {
        find: 'add(shift(inPart, part[0]), shift(inOther, otherPart[0]));',
        put: 'add(shift(inPart, part[0]), shift(inOther, part[0]));',
        why: 'the witness is read at the places of the base',
      },
      {
        find: 'const isWhole = isEnd || from + index < parts.length - 1;',
        put: 'const isWhole = true;',
        why: 'a paragraph that is joined to the one before counts as lacking',
      },
    ],
  },
  {
    file: 'src/lib/relate/collate.ts',
    tests: ['tests/lib/relate/collate.test.ts'],
    mutants: [
      {
        find: 'if (isNumber && tokens',
        put: 'if (tokens',
        why: 'a change of figures in the text counts as one of a section’s number',
      },
      {
        find: String.raw`/^[\p{P}\p{S}\s]$/u`,
        put: String.raw`/^[\p{P}\s]$/u`,
        why: 'a symbol in the place of a mark counts as a change of words',
      },
      {
        find: 'text.length > 1 && text.startsWith(paragraphBreak) ? to : from',
        put: 'text.startsWith(paragraphBreak) ? to : from',
        why: 'a break that is lacking is said to be of the paragraph after it',
      },
      { find: 'id: count > 1 ?', put: 'id: count > 2 ?', why: 'two differences have one address' },
      {
        find: 'added.splice(place, 1)',
        put: 'added.slice(place, place + 1)',
        why: 'two paragraphs are said to have moved to one place',
      },
      {
        find: '(tokens[0] === paragraphBreak || tokens.at(-1) === paragraphBreak)',
        put: 'tokens[0] === paragraphBreak',
        why: 'a first paragraph that is lacking counts as a change of words',
      },
      {
        find: 'at = end ?? at;',
        put: 'at = start ?? at;',
        why: 'what is replaced stays beside what replaces it',
      },
    ],
  },
];
