import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Parse HTML as a browser does. */
export function parseHtml(html: string) {
  return unified()
    .use(rehypeParse, { fragment: !/^\s*<!doctype/i.test(html) })
    .parse(html);
}

/** All elements of a tree, in order. */
export function elementsOf(node: Nodes): Element[] {
  const children = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...children] : children;
}

export function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textContent(child)).join('') : '';
}

export function classesOf(node: Element): string[] {
  return Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
}

/** The `textContent` of the text (class `t`) of each block, or of the heading, by id. */
export function textContentById(html: string): Map<string, string> {
  return new Map(
    elementsOf(parseHtml(html)).flatMap((element): [string, string][] => {
      const { id } = element.properties;
      if (typeof id !== 'string' || !['h1', 'h2', 'p'].includes(element.tagName)) return [];
      const text = elementsOf(element).find((inner) => classesOf(inner).includes('t')) ?? element;
      return [[id, textContent(text)]];
    }),
  );
}
