import type { ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Node } from './xml.ts';

const processor = unified().use(rehypeStringify);

/** The same elements as HTML: it closes none that is empty by itself, and knows no `xml:lang`. */
export function writeHtml(...nodes: readonly Node[]): string {
  const root: Root = { type: 'root', children: nodes.flatMap(toHtml) };
  return processor.stringify(root);
}

function toHtml(node: Node): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const { 'xml:lang': _, ...properties } = node.attributes;
  return [{ type: 'element', tagName: node.name, properties, children: node.children.flatMap(toHtml) }];
}
