import type { MutatedFile } from './mutant.ts';

const tests = ['tests/lib/document/parse-markdown.test.ts'];

/** Reading documents without a parser: what it takes for plain and is not becomes another text. */
export const document: readonly MutatedFile[] = [
  {
    file: 'src/lib/document/plain-line.ts',
    tests,
    mutants: [
      { find: '`*_[', put: '`*[', why: 'emphasis is read as text' },
      { find: '<&', put: '<', why: 'a reference to a character is read as written' },
      { find: " && !line.endsWith(' ')", put: '', why: 'a space at the end of a line stays' },
      { find: '/^[A-Za-z', put: '/[A-Za-z', why: 'a line that opens a block is taken for a paragraph' },
    ],
  },
  {
    file: 'src/lib/document/parse-markdown.ts',
    tests,
    mutants: [
      {
        find: '/[`~<[\\ufeff]/',
        put: '/[`<[\\ufeff]/',
        why: 'what stands in a fence of tildes is read as text',
      },
      {
        find: 'children.push(toNode(plain, line));\n    line += 2;',
        put: 'children.push(toNode(plain, line));\n    line += 1;',
        why: 'problems are named at wrong lines',
      },
      {
        find: "rest.join('\\n\\n')",
        put: "rest.join('\\n')",
        why: 'blocks without a plain one between them become one',
      },
    ],
  },
  {
    file: 'src/lib/reader/source-rows.ts',
    tests: ['tests/lib/reader/source-rows.test.ts'],
    mutants: [
      {
        find: "if (reader.characters[reader.at] === '\\n') reader.at += 1;",
        put: '',
        why: 'a title on two lines is shown with another break',
      },
      {
        find: '? length : text]',
        put: '? length : length]',
        why: 'what the data has otherwise is shown as the data has it',
      },
    ],
  },
];
