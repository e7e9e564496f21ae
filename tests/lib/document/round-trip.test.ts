import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument, splitFrontMatter } from '../../../src/lib/document/read-document.ts';
import { writeDocument } from '../../../src/lib/document/write-document.ts';
import { sayIn } from '../../../src/lib/reader/interface-text.ts';
import { renderDocument } from '../../../src/lib/reader/render-document.ts';
import type { Document } from '../../../src/schemas/document.ts';
import { textContentById } from '../text-content.ts';
import { hostileLines } from './hostile-lines.ts';

function documentOf(texts: readonly string[]): Document {
  return {
    slug: 'sample',
    kind: 'statement',
    lang: 'zh-Hans-CN',
    date: null,
    dateBasis: null,
    source: 'sample',
    sha256: '0'.repeat(64),
    blocks: [
      { id: 'title', part: 'title', section: null, text: texts[0] ?? '标题' },
      ...texts.map((text, index) => ({
        id: `p${index + 1}`,
        part: 'paragraph' as const,
        section: null,
        text,
      })),
    ],
    gaps: [],
    notes: [],
  };
}

function renderTexts(document: Document): Map<string, string> {
  const { title, text } = renderDocument(splitFrontMatter(writeDocument(document)).body, {
    say: sayIn('hans'),
    convert: (published) => published,
    convertEditor: (words) => words,
    lang: 'zh-Hans-CN',
    nameOf: (id) => id,
  });
  return textContentById(title + text);
}

test('there are sixty hostile lines and more', () => {
  expect(new Set(hostileLines).size).toBeGreaterThanOrEqual(60);
});

test.each(hostileLines)('%j stays the text it is, read back and rendered', (line) => {
  const document = documentOf([line]);
  expect(readDocument(writeDocument(document), 'sample.md')).toEqual(document);
  const rendered = renderTexts(document);
  expect(rendered.get('title')).toBe(line);
  expect(rendered.get('p1')).toBe(line);
});

test('any text of hostile characters stays the text it is', () => {
  const character = fc.constantFrom(...Array.from('#*_`~<>[](){}!|\\&;:.-+=1a"\'@/—“”，。中 \u3000'));
  // Published text has no white space at its ends or beside a line break: the importer takes it off.
  const line = fc
    .array(character, { minLength: 1, maxLength: 24 })
    .map((characters) => characters.join('').replace(/^[ \u3000]+|[ \u3000]+$/g, ''))
    .filter((text) => text !== '');
  const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const document = documentOf(texts);
      expect(readDocument(writeDocument(document), 'sample.md')).toEqual(document);
      const rendered = renderTexts(document);
      for (const { id, text: published } of document.blocks) expect(rendered.get(id)).toBe(published);
    }),
    { numRuns: 1500 },
  );
});

test('gaps and notes are read back, with their places', () => {
  const document: Document = {
    ...documentOf(['克里姆林官司令。', '其二*。']),
    gaps: [
      { after: 'title', reason: '前*文*缺。' },
      { after: 'p2', reason: '后文缺。', extent: '约一版' },
    ],
    notes: [
      { at: 'p1', from: 0, to: 5, printed: '克里姆林官', likely: '克里姆林宫', reason: '下文作“宫”。' },
    ],
  };
  expect(readDocument(writeDocument(document), 'sample.md')).toEqual(document);
});

test('a note stands beside the text, not in it', () => {
  const document: Document = {
    ...documentOf(['抵达时，克里姆林官司令迎接。']),
    notes: [{ at: 'p1', from: 4, to: 9, printed: '克里姆林官', likely: '克里姆林宫', reason: '误。' }],
  };
  expect(renderTexts(document).get('p1')).toBe('抵达时，克里姆林官司令迎接。');
});

test.each([
  ['a block without an id', '标题\n'],
  ['a mark before any block', '> 〔缺文〕无\n\n# 标题 {#title}\n'],
  ['a quotation that is no mark', '# 标题 {#title}\n\n> 随便\n'],
  ['a note on text that is not there', '# 标题 {#title}\n\n> 〔疑误〕 **甲** → **乙**：无\n'],
])('%s is refused, with its line', (_, body) => {
  const head = writeDocument(documentOf(['甲']))
    .split('---\n')
    .slice(0, 2)
    .join('---\n');
  expect(() => readDocument(`${head}---\n\n${body}`, 'sample.md')).toThrow(/^sample\.md:\d+ Unexpected/);
});
