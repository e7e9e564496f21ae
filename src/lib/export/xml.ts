import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** An element of XML; attributes that are `undefined` are left out. */
export type Node = ElementContent;
export const element = (
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly (Node | string)[]
): Element => x(name, attributes, ...children) as Element;

/** An element whose children stand on lines of their own, as data and not as text. */
export function block(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly Node[]
): Element {
  return element(name, attributes, '\n', ...children.flatMap((child) => [child, '\n']));
}

/** The end of a CDATA section may not stand in a text (XML 1.0, 2.4), which the serializer does not know. */
const serialize = (node: Node) =>
  toXml(node, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;');

/** A file of XML. `doctype`: a declaration before its root. */
export function writeXml(root: Element, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${serialize(root)}\n`;
}
