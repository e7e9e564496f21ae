import type { Element } from 'hast';
import { elementsOf, parseHtml, textContent } from '../../scripts/validators/built-pages.ts';

export { elementsOf, parseHtml, textContent };

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
