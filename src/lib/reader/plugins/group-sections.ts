import type { Element, Root, RootContent } from 'hast';
import { sectionOfId } from '../../document/block-id.ts';

/**
 * Put the blocks of each section into one `<section>`. Where the source prints no heading of its own
 * (section 0, and sections that open inside a paragraph) a `<div>` carries the id: a section has a heading.
 */
export function groupSections() {
  return (tree: Root): void => {
    const grouped: RootContent[] = [];
    let section: Element | undefined;
    let current = -1;
    for (const node of tree.children) {
      const id = node.type === 'element' ? String(node.properties.id ?? '') : '';
      const number = sectionOfId(id);
      const isAside = node.type === 'element' && node.tagName === 'aside';
      if (number === null && !isAside && id !== '') section = undefined;
      if (number !== null && (!section || number > current)) {
        current = number;
        const hasHeading = /^s\d+$/.test(id);
        section = {
          type: 'element',
          tagName: hasHeading ? 'section' : 'div',
          properties: hasHeading ? { ariaLabelledBy: [id] } : { id: `s${number}` },
          children: [],
        };
        grouped.push(section);
      }
      if (section && node.type !== 'doctype') section.children.push(node);
      else grouped.push(node);
    }
    tree.children = grouped;
  };
}
