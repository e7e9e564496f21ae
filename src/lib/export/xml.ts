import type { Element, ElementContent, Text } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** What an element of XML may hold. */
export type Node = ElementContent;

/** What XML 1.0 (2.2) has no way of writing: a serializer drops it without a word. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** A text of XML. @throws Error for a character that XML cannot hold */
export function textNode(value: string): Text {
  const [character] = unwritable.exec(value) ?? [];
  if (character) {
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    throw new Error(
      `Unexpected U+${code} in ${JSON.stringify(value)}, expected characters that XML can hold.`,
    );
  }
  return { type: 'text', value };
}

/** An element of XML; attributes that are `undefined` are left out. @throws Error as `textNode` does */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly (Node | string)[]
): Element {
  for (const value of Object.values(attributes)) textNode(value ?? '');
  const nodes = children
    .filter((child) => child !== '')
    .map((child) => (typeof child === 'string' ? textNode(child) : child));
  return x(name, attributes, nodes) as Element;
}

/** An element whose children stand on lines of their own, as data and not as text. */
export function block(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly Node[]
): Element {
  return element(name, attributes, '\n', ...children.flatMap((child) => [child, '\n']));
}

/** What the serializer does not know: the end of a CDATA section may not stand in a text, a bare CR is read as LF (XML 1.0, 2.4, 2.11). */
const serialize = (node: Node) =>
  toXml(node, { closeEmptyElements: true, tightClose: true })
    .replaceAll(']]>', ']]&gt;')
    .replaceAll('\r', '&#xD;');

/** A file of XML. `doctype`: a declaration before its root. */
export function writeXml(root: Element, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${serialize(root)}\n`;
}
