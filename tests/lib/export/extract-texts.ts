import type { Element as HtmlElement, Nodes } from 'hast';
import type { Element, Nodes as XmlNodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { isIdentified, parseMarkdown, textOfNode } from '../../../src/lib/document/parse-markdown.ts';
import { splitFrontMatter } from '../../../src/lib/document/read-document.ts';
import { elementsOf, parseHtml } from '../text-content.ts';

/* The published text of each block, by id, as a stranger would take it out of each format: nothing of the writers is used. */

export type Texts = Map<string, string>;

/** Of plain text: behind its id in brackets; further lines two spaces in. */
export function textsOfPlainText(text: string): Texts {
  const texts: Texts = new Map();
  let id = '';
  for (const line of text.split('\n')) {
    const [, opened, first = ''] = /^\[([a-z0-9-]+)\] (.*)$/.exec(line) ?? [];
    if (opened) {
      id = opened;
      texts.set(id, first);
    } else if (line.startsWith('  ')) texts.set(id, `${texts.get(id)}\n${line.slice(2)}`);
  }
  return texts;
}

/** @param prefix what stands before the ids of a document in a file of several */
export function textsOfMarkdown(markdown: string, prefix = ''): Texts {
  // Such ids are none of the site's own, and none that it reads: what stands before them is made a letter.
  const { body } = splitFrontMatter(prefix ? markdown.replaceAll(`{#${prefix}`, '{#of-') : markdown);
  const nodes = parseMarkdown(body).children.filter(isIdentified);
  const idOf = ({ data: { id } }: (typeof nodes)[number]) => (prefix ? id.replace(/^of-/, '') : id);
  const own = nodes.filter(({ data: { id } }) => !prefix || id.startsWith('of-'));
  return new Map(own.map((node) => [idOf(node), textOfNode(node)]));
}

/** Of TEI: what the base has, as printed, without notes and variants; a section's id is that of its heading. */
export function textsOfTei(xml: string, prefix = ''): Texts {
  const texts: Texts = new Map();
  const visit = (node: XmlNodes, section?: string): void => {
    if (node.type === 'element') {
      const id = node.attributes['xml:id'] ?? (node.name === 'head' ? section : undefined);
      if (id?.startsWith(prefix) && ['head', 'p', 'dateline', 'signed'].includes(node.name))
        texts.set(id.slice(prefix.length), textOfTei(node));
    }
    if ('children' in node)
      for (const child of node.children)
        visit(child, 'attributes' in node ? (node.attributes['xml:id'] ?? undefined) : undefined);
  };
  visit(fromXml(xml));
  return texts;
}

function textOfTei(node: XmlNodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.name === 'lb') return '\n';
  if (['corr', 'rdg', 'note'].includes(node.name)) return '';
  return (node as Element).children.map(textOfTei).join('');
}

/** Of pages to read, XHTML too: elements with the ids of blocks, without references to notes. */
export function textsOfHtml(html: string, prefix = ''): Texts {
  const texts: Texts = new Map();
  for (const element of elementsOf(parseHtml(html))) {
    const { id } = element.properties;
    if (typeof id !== 'string' || !id.startsWith(prefix) || !['h1', 'h2', 'p'].includes(element.tagName))
      continue;
    if (id !== `${prefix}colophon`) texts.set(id.slice(prefix.length), textOfHtml(element));
  }
  return texts;
}

function textOfHtml(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if ((node as HtmlElement).tagName === 'br') return '\n';
  if ((node as HtmlElement).tagName === 'sup') return '';
  return 'children' in node ? node.children.map(textOfHtml).join('') : '';
}
