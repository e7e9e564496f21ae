import type { Element, Nodes, Root } from 'hast';
import { selectAll } from 'hast-util-select';

/** Names that a selector can hold as they are. */
const plainName = /^[A-Za-z_][\w-]*$/;

/** Selectors for elements of one page, each by what matches it and nothing else. */
export class Selectors {
  readonly #root: Root;
  readonly #parents = new Map<Element, Element | Root>();
  readonly #matched = new Map<string, readonly Element[]>();

  constructor(root: Root) {
    this.#root = root;
    const visit = (parent: Element | Root): void => {
      for (const child of parent.children)
        if (child.type === 'element') {
          this.#parents.set(child, parent);
          visit(child);
        }
    };
    visit(root);
  }

  parentOf(element: Element): Element | Root {
    return this.#parents.get(element) ?? this.#root;
  }

  select(selector: string): readonly Element[] {
    const found = this.#matched.get(selector) ?? selectAll(selector, this.#root);
    this.#matched.set(selector, found);
    return found;
  }

  /** The shortest selector that matches this element only. */
  one(element: Element): string {
    const short = namesOf(element).find((selector) => this.#isExactly(selector, [element]));
    if (short) return short;
    const parent = this.parentOf(element);
    const siblings = parent.children.filter(isElement);
    const own = `${element.tagName}:nth-child(${siblings.indexOf(element) + 1})`;
    if (parent.type === 'root') return `${own}:scope`;
    return `${this.one(parent)} > ${siblings.length === 1 ? element.tagName : own}`;
  }

  /** Selectors that together match exactly these elements, a class or a tag for many where one does. */
  groups(elements: readonly Element[]): { select: string; elements: readonly Element[] }[] {
    const rest = new Set(elements);
    const groups: { select: string; elements: readonly Element[] }[] = [];
    for (const element of elements) {
      if (!rest.has(element)) continue;
      const select =
        namesOf(element).find((selector) => this.select(selector).every((other) => rest.has(other))) ??
        this.one(element);
      const matched = this.select(select);
      for (const other of matched) rest.delete(other);
      groups.push({ select, elements: matched });
    }
    return groups;
  }

  /** One selector for these elements below a container: by their paths, without those of the paths that are not among them. */
  below(container: Element, elements: readonly Element[]): string {
    const top = this.one(container);
    const paths = [...new Set(elements.map((element) => this.#path(container, element)))];
    const wanted = new Set(elements);
    const parts = paths.map((path) => {
      const select = `${top}${path}`;
      const others = this.select(select).filter((element) => !wanted.has(element));
      const kept = this.select(select).filter((element) => wanted.has(element));
      const without = [...new Set(others.map((element) => this.#tellApart(element, kept)))];
      return without.length > 0 ? `${select}:not(${without.join(', ')})` : select;
    });
    const short = parts.join(', ');
    return this.#isExactly(short, elements) ? short : elements.map((element) => this.one(element)).join(', ');
  }

  /** What an element has and none of the others: a class, or else its place. */
  #tellApart(element: Element, others: readonly Element[]): string {
    const own = classesOf(element).find((name) => !others.some((other) => classesOf(other).includes(name)));
    if (own) return `.${own}`;
    if (isBlank(element) && !others.some(isBlank)) return ':blank';
    return `:nth-child(${this.parentOf(element).children.filter(isElement).indexOf(element) + 1})`;
  }

  #path(container: Element, element: Element): string {
    if (element === container) return '';
    const parent = this.parentOf(element);
    return `${parent.type === 'root' ? '' : this.#path(container, parent)} > ${element.tagName}`;
  }

  #isExactly(selector: string, elements: readonly Element[]): boolean {
    const found = this.select(selector);
    return found.length === elements.length && elements.every((element) => found.includes(element));
  }
}

function namesOf(element: Element): string[] {
  const id = element.properties.id;
  const classes = classesOf(element);
  return [
    ...(typeof id === 'string' && plainName.test(id) ? [`#${id}`] : []),
    ...classes.map((name) => `.${name}`),
    ...classes.map((name) => `${element.tagName}.${name}`),
    ...(plainName.test(element.tagName) ? [element.tagName] : []),
  ];
}

/** The classes of an element that a selector can hold. */
export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String).filter((name) => plainName.test(name)) : [];
}

function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/** As `:blank` has it: nothing inside but white space. */
function isBlank({ children }: Element): boolean {
  return children.every(
    (node) => node.type === 'comment' || (node.type === 'text' && /^[ \t\r\n\f]*$/.test(node.value)),
  );
}
