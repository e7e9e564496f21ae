import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A block of published text in the tree; its `{#id}` has been taken off its last text. */
export type IdentifiedNode = (Paragraph | Heading) & { data: { id: string } };

const parser = unified().use(remarkParse);

/** Read off the raw block, because `\{#p1}` is text; an underlined heading has its id on the line before. */
const idAtEnd = / \{#([a-z][a-z0-9-]*)\}(?=$|\n=+$|\n-+$)/;

/**
 * Parse the body of a document's markdown (no GFM, no smart punctuation: both change text) and take the ids
 * off its blocks.
 */
export function parseMarkdown(body: string): Root {
  const tree = parser.parse(body);
  for (const node of tree.children) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const raw = body.slice(node.position?.start.offset, node.position?.end.offset);
    const id = idAtEnd.exec(raw)?.[1];
    const last = node.children.at(-1);
    if (!id || last?.type !== 'text') continue;
    last.value = last.value.slice(0, -` {#${id}}`.length);
    if (last.value === '') node.children.pop();
    // `hProperties` is where remark-rehype looks.
    (node as { data?: object }).data = { ...node.data, id, hProperties: { id } };
  }
  return tree;
}

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
