import type { MutatedFile } from './mutant.ts';

const reflow = ['tests/lib/import/reading.test.ts', 'tests/lib/import/fixtures.test.ts'];
const widths = ['tests/lib/import/paragraph-ends.test.ts'];
const fixtures = ['tests/lib/import/reading.test.ts', 'tests/lib/import/fixtures.test.ts'];

/** Reading sources: what it gets wrong is lost text, or text that the source does not have. */
export const importing: readonly MutatedFile[] = [
  {
    file: 'src/lib/import/text-layer/line-width.ts',
    tests: widths,
    mutants: [
      { find: '? 0.5 : 1', put: '? 1 : 1', why: 'Latin letters and digits count as wide as Han characters' },
      { find: "character !== '·' && ", put: '', why: 'the middle dot of names counts half' },
    ],
  },
  {
    file: 'src/lib/import/text-layer/find-paragraph-ends.ts',
    tests: widths,
    mutants: [
      {
        find: 'const shortBy = 3;',
        put: 'const shortBy = 4;',
        why: 'a last line three narrower is joined to the next paragraph',
      },
      {
        find: 'const indentedBy = 0.5;',
        put: 'const indentedBy = 2;',
        why: 'a first line with compressed marks counts as full',
      },
      {
        find: '(isFirst ? firstLineIndent : 0)',
        put: '(isFirst ? 0 : firstLineIndent)',
        why: 'the indent is taken off every line but the first',
      },
      {
        find: 'isEnd: short >= shortBy, isDoubtful',
        put: 'isEnd: short > shortBy, isDoubtful',
        why: 'a line exactly three narrower ends no paragraph',
      },
      {
        find: 'indent > indentedBy',
        put: 'indent >= indentedBy',
        why: 'a line half a character narrower counts as indented',
      },
      {
        find: 'if (isBeforeNumeral || spacing ===',
        put: 'if (spacing ===',
        why: 'the number of a section is joined to the line before it',
      },
      {
        find: '/[。：；？！]',
        put: '/[。：？！]',
        why: 'a paragraph that ends with a semicolon is joined to the next',
      },
      {
        find: '[”’」』〉》）]*$',
        put: '[”’」』〉》]*$',
        why: 'a sentence that ends inside brackets ends no paragraph',
      },
    ],
  },
  {
    file: 'src/lib/import/text-layer/estimate-full-widths.ts',
    tests: widths,
    mutants: [
      {
        find: 'lines[from + at - 1]?.isWrapped',
        put: 'lines[from + at]?.isWrapped',
        why: 'first lines, which are indented, count as full',
      },
      {
        find: '.sort((a, b) => a - b)',
        put: '.sort()',
        why: 'widths are put in order as words: 10 before 9',
      },
      {
        find: 'Math.max(0, index - reach)',
        put: 'Math.max(0, index)',
        why: 'only the lines after a line say how wide its column is',
      },
    ],
  },
  {
    file: 'src/lib/import/text-layer/join-lines.ts',
    tests: reflow,
    mutants: [
      {
        find: "spacing === 'single' ? 'column-break' : 'blank-line'",
        put: "spacing === 'single' ? 'blank-line' : 'column-break'",
        why: 'the ledger names the wrong reason for blank lines',
      },
      {
        find: 'if (ends[index] || !next)',
        put: 'if (ends[index] && next)',
        why: 'the last paragraph of a segment is lost',
      },
      { find: '.test(before) &&', put: '.test(before) ||', why: 'a space is put between Han characters' },
      {
        find: "pieces.push({ ...line.lineEnd, as: ' ' });",
        put: '',
        why: 'two Latin words at the end of a line become one',
      },
      {
        find: 'if (isLast || joined.has(line.number))',
        put: 'if (isLast)',
        why: 'a title’s lines that run on are kept apart',
      },
    ],
  },
  {
    file: 'src/lib/import/text-layer/split-justification-spaces.ts',
    tests: reflow,
    mutants: [
      {
        find: 'sliceSource(source, at - 1, at) + sliceSource(source, end, end + 1)',
        put: 'sliceSource(source, at - 1, at)',
        why: 'a space before a Han character is kept after a digit',
      },
      {
        find: 'if (at > from) pieces.push({ from, to: at });',
        put: 'if (at > from) pieces.push({ from, to: end });',
        why: 'the space is kept and left out',
      },
    ],
  },
  {
    file: 'src/lib/import/text-layer/take-jump-marks.ts',
    tests: reflow,
    mutants: [
      { find: '{1,6}版', put: '{1,1}版', why: '（下转第12版） stays in the text' },
      {
        find: 'leftOut.push({ from: end, to',
        put: 'leftOut.push({ from: start, to',
        why: 'the space before a mark is left out twice',
      },
      { find: '上\\\\s*接', put: '上接', why: 'a mark that justification has spread stays in the text' },
    ],
  },
  {
    file: 'src/lib/import/text-layer/text-lines.ts',
    tests: reflow,
    mutants: [
      {
        find: 'line.from + Array.from(whole.trimEnd()).length',
        put: 'line.from + whole.trimEnd().length',
        why: 'a character of two units moves the end of its line',
      },
      {
        find: 'source.lines.slice(first - 1, last)',
        put: 'source.lines.slice(first, last)',
        why: 'the first line of each segment is lost',
      },
    ],
  },
  {
    file: 'src/lib/import/text-layer/find-misplaced-lines.ts',
    tests: fixtures,
    mutants: [
      {
        find: 'if (last > source.lines.length)',
        put: 'if (last >= source.lines.length)',
        why: 'a segment may not have the last line',
      },
      {
        find: 'pin < first || pin > last || isBlank(pin)',
        put: 'pin < first || pin > last',
        why: 'a pin on a blank line does nothing, and nobody is told',
      },
    ],
  },
  {
    file: 'src/lib/import/web-page/trim-spaces.ts',
    tests: fixtures,
    mutants: [
      {
        find: "pending || pieces.length === 0 || pieces.at(-1)?.as === '\\n'",
        put: 'pending || pieces.length === 0',
        why: 'a space that no browser shows begins a line',
      },
      {
        find: String.raw`/^[ \t\r\n\f]+$/`,
        put: String.raw`/^\s+$/`,
        why: 'an ideographic space, which is text, collapses',
      },
      {
        find: "sliceSource(source, pending.from, pending.to) === ' ' ? pending : { ...pending, as: ' ' }",
        put: 'pending',
        why: 'a line end of the HTML is kept as one of the text',
      },
      {
        find: 'last.to === piece.from',
        put: 'last.to <= piece.from',
        why: 'what stands between two texts is taken into the text',
      },
    ],
  },
  {
    file: 'src/lib/import/web-page/place-text.ts',
    tests: fixtures,
    mutants: [
      {
        find: 'if (isPair || decoded === expected[0])',
        put: 'if (decoded === expected[0])',
        why: 'a reference to two characters is not read',
      },
      {
        find: "html[at + 1] === '\\n' ? at + 2 : at + 1",
        put: 'at + 1',
        why: 'of CRLF the LF is left, and what follows is not found',
      },
      {
        find: 'let length = written.length; length > 1; length -= 1',
        put: 'let length = 2; length <= written.length; length += 1',
        why: 'the shortest reference is read, not the longest',
      },
    ],
  },
  {
    file: 'src/lib/import/web-page/parse-page.ts',
    tests: fixtures,
    mutants: [
      {
        find: 'const isInside = isScript || scriptElements.has(node.tagName);',
        put: 'const isInside = scriptElements.has(node.tagName);',
        why: 'elements inside <noscript> count as text that is shown',
      },
      {
        find: 'if (depth > nestingLimit)',
        put: 'if (depth > nestingLimit + 64)',
        why: 'a deeper page is read',
      },
      {
        find: 'if (node.content) visit(node.content.children, isInside);',
        put: '',
        why: 'what stands in a <template> is lost',
      },
    ],
  },
  {
    file: 'src/lib/import/web-page/read-web-page.ts',
    tests: fixtures,
    mutants: [
      {
        find: 'start.from <= from && from < next',
        put: 'start.from < from && from < next',
        why: 'the first character of a line is not of it',
      },
      {
        find: 'start !== undefined && starts.length === 1',
        put: 'start !== undefined',
        why: 'a text that stands twice is taken from its first place',
      },
      {
        find: 'if (elements.length === count) return elements;',
        put: 'if (elements.length >= count) return elements;',
        why: 'a selector that matches more than the recipe says is taken',
      },
    ],
  },
  {
    file: 'src/lib/import/name-blocks.ts',
    tests: ['tests/lib/import/name-blocks.test.ts'],
    mutants: [
      {
        find: '.reduce((last, number) => Math.max(last, number), 0)',
        put: '.length',
        why: 'a number that was used comes back for other text',
      },
      {
        find: 'lastNumbers.set(family, last + 1);',
        put: 'lastNumbers.set(family, last);',
        why: 'two new texts get one id',
      },
      {
        find: 'movedTo: entry.movedTo ?? findMoved(',
        put: 'movedTo: findMoved(',
        why: 'where a text went is forgotten at the next import',
      },
      {
        find: '.filter(([id]) => !taken.has(id))',
        put: '',
        why: 'two blocks of the same text get one id',
      },
      { find: 'part === partOfId(id) && ', put: '', why: 'a title is said to have gone into a paragraph' },
      {
        find: 'take(places[witness + at] ?? -1',
        put: 'take(places[base + at] ?? -1',
        why: 'ids stay in their places although their texts have moved',
      },
      {
        find: 'const shareOfMoved = 0.5;',
        put: 'const shareOfMoved = 0.95;',
        why: 'an edited text counts as gone',
      },
    ],
  },
];
