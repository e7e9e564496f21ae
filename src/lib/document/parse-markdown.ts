import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isPlainLine } from './plain-line.ts';

/** A block of published text in the tree; its `{#id}` has been taken off its last text. */
export type IdentifiedNode = (Paragraph | Heading) & { data: { id: string } };

const parser = unified().use(remarkParse);

/** Read off the raw block, because `\{#p1}` is text; an underlined heading has its id on the line before. */
const idAtEnd = / \{#([a-z][a-z0-9-]*)\}(?=$|\n=+$|\n-+$)/;

/**
 * Parse the body of a document's markdown (no GFM, no smart punctuation: both change text) and take the ids
 * off its blocks. A node says at which line it starts.
 */
export function parseMarkdown(body: string): Root {
  if (reachesFar.test(body)) return { type: 'root', children: parseWhole(body, 1) };
  const children: RootContent[] = [];
  let line = body.search(/[^\n]|$/) + 1;
  /** What is not plain is parsed together: blank lines do not end a list. */
  let rest: string[] = [];
  const parseRest = () => {
    if (rest.length === 0) return;
    const part = rest.join('\n\n');
    children.push(...parseWhole(part, line));
    line += part.split('\n').length + 1;
    rest = [];
  };
  for (const chunk of body.replace(/^\n+|\n+$/g, '').split('\n\n')) {
    const plain = readPlain(chunk);
    if (!plain) {
      rest.push(chunk);
      continue;
    }
    parseRest();
    children.push(toNode(plain, line));
    line += 2;
  }
  parseRest();
  return { type: 'root', children };
}

/** Opens what goes on over blank lines, or is meant elsewhere: code in fences, HTML, definitions. */
const reachesFar = /[`~<[\ufeff]/;

interface PlainBlock {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

/** A block on one line that is the same in CommonMark as outside of it; undefined for any other. */
function readPlain(chunk: string): PlainBlock | undefined {
  const depth = chunk.startsWith('# ') ? 1 : chunk.startsWith('## ') ? 2 : 0;
  const line = depth === 0 ? chunk : chunk.slice(depth + 1);
  if (!isPlainLine(line)) return undefined;
  const [end, id] = idAtEnd.exec(line) ?? [];
  return end && id ? { depth, text: line.slice(0, -end.length), id } : undefined;
}

function toNode({ depth, text, id }: PlainBlock, line: number): RootContent {
  const children = [{ type: 'text' as const, value: text }];
  const point = { line, column: 1 };
  const common = { children, position: { start: point, end: point }, data: toData(id) };
  return depth === 0
    ? { type: 'paragraph', ...common }
    : { type: 'heading', depth: depth === 1 ? 1 : 2, ...common };
}

/** Parse what begins at a line. */
function parseWhole(text: string, firstLine: number): RootContent[] {
  const { children } = parser.parse(text);
  for (const node of children) {
    const raw = text.slice(node.position?.start.offset, node.position?.end.offset);
    if (node.position) node.position.start.line += firstLine - 1;
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const id = idAtEnd.exec(raw)?.[1];
    const last = node.children.at(-1);
    if (!id || last?.type !== 'text') continue;
    last.value = last.value.slice(0, -` {#${id}}`.length);
    if (last.value === '') node.children.pop();
    node.data = { ...node.data, ...toData(id) };
  }
  return children;
}

/** `hProperties` is where remark-rehype looks. */
const toData = (id: string) => ({ id, hProperties: { id } });

/** Whether a node is a block of published text. */
export function isIdentified(node: RootContent): node is IdentifiedNode {
  return (
    (node.type === 'paragraph' || node.type === 'heading') &&
    typeof (node.data as { id?: unknown })?.id === 'string'
  );
}

/** The published text of a block: a break is a line end. */
export function textOfNode(node: IdentifiedNode): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'break' ? '\n' : ''))
    .join('');
}
