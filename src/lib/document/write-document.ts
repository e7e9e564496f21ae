import type { Paragraph, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify as stringifyYaml } from 'yaml';
import type { Document, DocumentBlock } from '../../schemas/document.ts';
import { toGapMark, toNoteMark } from './editorial-marks.ts';
import { isPlainLine } from './plain-line.ts';

const markdown = unified().use(remarkStringify, { bullet: '-', rule: '-' });

/**
 * A document as markdown: front matter, then one block a paragraph with its `{#id}` at the end, gaps and notes
 * as marks after the block they belong to. `readDocument` reads it back to the same document.
 * @param toName what a block's id is written as
 */
export function writeDocument(document: Document, toName = (id: string) => id): string {
  const { blocks, gaps, notes, ...frontMatter } = document;
  const parts = blocks.flatMap((block) => [
    toBlock(block, toName(block.id)),
    ...notes.filter(({ at }) => at === block.id).map((note) => stringify(toNoteMark(note))),
    ...gaps.filter(({ after }) => after === block.id).map((gap) => stringify(toGapMark(gap))),
  ]);
  return `---\n${stringifyYaml(frontMatter)}---\n\n${parts.join('\n\n')}\n`;
}

function toBlock({ part, text }: DocumentBlock, name: string): string {
  const level = part === 'title' ? 1 : part === 'heading' ? 2 : 0;
  // Text that ends like an id is escaped, so that it is seen to be text.
  const escaped = (isPlainLine(text) ? text : stringify(toParagraph(text))).replace(
    /\{(#[^{}]*\})$/,
    '\\{$1',
  );
  const body = `${escaped} {#${name}}`;
  if (level === 0) return body;
  // Only an underlined heading can hold a line break.
  return body.includes('\n') ? `${body}\n${level === 1 ? '===' : '---'}` : `${'#'.repeat(level)} ${body}`;
}

function toParagraph(text: string): Paragraph {
  const lines = text.split('\n');
  return {
    type: 'paragraph',
    children: lines.flatMap((value, index) => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      { type: 'text' as const, value },
    ]),
  };
}

function stringify(node: RootContent): string {
  return markdown.stringify({ type: 'root', children: [node] }).replace(/\n$/, '');
}
