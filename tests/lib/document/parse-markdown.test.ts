import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { readDocuments } from '../../../src/content/content-files.ts';
import { isIdentified, parseMarkdown } from '../../../src/lib/document/parse-markdown.ts';
import { isPlainLine } from '../../../src/lib/document/plain-line.ts';
import { writeDocument } from '../../../src/lib/document/write-document.ts';
import { hostileLines } from './hostile-lines.ts';

/** The blocks of a tree, each with its line, and without the ids that are taken off. */
function outline({ children }: Root) {
  return children.map((node) => {
    const { position, data, ...rest } = node as typeof node & { data?: object };
    const id = isIdentified(node) ? ` {#${node.data.id}}` : '';
    const inner = JSON.stringify(rest, (key, value) => (key === 'position' ? undefined : value));
    return { line: position?.start.line, inner, id };
  });
}

/** The same as remark has it: an id is text there. */
function outlineOfRemark(body: string, ours: ReturnType<typeof outline>) {
  return outline(unified().use(remarkParse).parse(body)).map((node, index) => {
    const id = ours[index]?.id ?? '';
    const inner = node.inner.replace(
      `${JSON.stringify(id).slice(1, -1)}"}]`,
      // Of a text that is nothing but an id, nothing is left.
      (end) => (id === '' ? end : '"}]'),
    );
    return { ...node, inner: inner.replace(',{"type":"text","value":""}]', ']'), id };
  });
}

const expectAsRemark = (body: string) => {
  const ours = outline(parseMarkdown(body));
  expect(ours).toEqual(outlineOfRemark(body, ours));
};

test('documents are parsed as remark parses them', () => {
  const documents = readDocuments('content');
  expect(documents.length).toBeGreaterThan(0);
  for (const document of documents)
    expectAsRemark(writeDocument(document).replace(/^---\n[\s\S]*?\n---\n/, ''));
});

test('hostile lines among plain ones are parsed as remark parses them', () => {
  for (const line of hostileLines) {
    expectAsRemark(`\n# 标题 {#title}\n\n${line}\n\n中文。 {#p1}\n\n${line} {#p2}\n\n中文。 {#p3}\n`);
    expectAsRemark(`${line}\n\n中文。 {#p1}\n\n  ${line}\n\n中文。 {#p2}`);
  }
});

/** Chunks of lines that may mark, open and close something, with what comes between. */
const line = fc.oneof(
  fc.constantFrom(
    '中文。 {#p1}',
    '# 标题 {#title}',
    '## 节 # {#s1}',
    '“引” {#p2}',
    'Abc {#p3}',
    '　空 {#p4}',
  ),
  fc.constantFrom(
    '- 项',
    '  续行',
    '> 引',
    '    码',
    '1. 项',
    '---',
    '===',
    '* * *',
    '甲\\',
    '**甲** {#p5}',
    '&amp; {#p6}',
  ),
  fc.constantFrom(
    '```',
    '~~~',
    '<div>',
    '<!--',
    '-->',
    '[甲]: /x',
    '[甲] {#p7}',
    '\t码',
    '\ufeff甲 {#p8}',
    '甲 {#p9} ',
  ),
  fc.constantFrom(...hostileLines),
);
const gap = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\n \n');

test('any lines are parsed as remark parses them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(line, gap), { maxLength: 9 }), gap, (lines, start) => {
      expectAsRemark(start + lines.flat().join(''));
    }),
    { numRuns: 4000 },
  );
});

test('a plain line is one text to remark, and nothing in it is escaped', () => {
  const character = fc.constantFrom(
    ...Array.from('#*_`~<>[](){}!|\\&;:.-+=1aZ"\'@/—“”，。中 \u3000\ufeff\t\u2028\u200b𠀀é…'),
  );
  const write = unified().use(remarkStringify, { bullet: '-', rule: '-' });
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 1, maxLength: 12 }), (text) => {
      if (!isPlainLine(text)) return;
      const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: text }] };
      expect(write.stringify({ type: 'root', children: [paragraph] })).toBe(`${text}\n`);
      const [block] = unified().use(remarkParse).parse(text).children;
      expect(block).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: text }] });
    }),
    { numRuns: 4000 },
  );
  expect(isPlainLine('第1条：“中文”，A-B (C)！')).toBe(true);
});
