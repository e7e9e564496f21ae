import type { Element, Nodes, Root } from 'hast';
import type { Page } from '../web-page/parse-page.ts';
import { classesOf, type Selectors } from './choose-selector.ts';

const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** Elements around a text that are none of it. */
const furnitureTags = new Set(['nav', 'aside', 'footer', 'form', 'button', 'select', 'title']);
const furnitureWords =
  /^(?:ads?|adv|adverts?|advertisement|banner|breadcrumbs?|comments?|copyright|editor|footer|keywords?|links?|menu|meta|more|nav|navbar|navigation|pager?|pagination|print|promo|promotion|recommend|recommended|related|share|sharing|sidebar|social|sponsor|sponsored|subscribe|tags?|toolbar|tools)$/i;
/** An element with this much of its text in links leads elsewhere. */
const shareOfLinks = 0.7;
/** What a line of the writer or the day says; such a line is short. */
const byline = /记者|記者|作者|编译|編譯|\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;
const longestByline = 60;

export interface Article {
  /** Undefined where the page has no heading outside its text. */
  readonly title: Element | undefined;
  readonly container: Element;
  /** In the order of the page; each is a paragraph. */
  readonly texts: readonly Element[];
  readonly captions: readonly Element[];
  /** What names writer or day between the title and the text. */
  readonly bylines: readonly Element[];
}

/** Tells what of a page is shown as text. */
export class PageReading {
  readonly #shown: ReadonlySet<Nodes>;

  constructor(page: Page) {
    this.#shown = new Set(
      page.texts
        .filter(({ node, isScript }) => !isScript && node.value.trim() !== '')
        .map(({ node }) => node),
    );
  }

  isShown(node: Nodes): boolean {
    return this.#shown.has(node);
  }

  textOf(node: Nodes): string {
    if (this.isShown(node) && 'value' in node) return node.value;
    return 'children' in node ? node.children.map((child) => this.textOf(child)).join('') : '';
  }

  hasText(node: Nodes): boolean {
    return this.isShown(node) || ('children' in node && node.children.some((child) => this.hasText(child)));
  }

  /** Whether an element has text of its own, and no block inside that has. */
  isParagraph(element: Element): boolean {
    return blockTags.has(element.tagName) && this.hasText(element) && !this.#hasBlockWithText(element);
  }

  isFurniture(element: Element): boolean {
    if (furnitureTags.has(element.tagName)) return true;
    const names = [...classesOf(element), String(element.properties.id ?? '')].flatMap((name) => [
      name,
      ...name.split(/[-_]/),
    ]);
    if (names.some((name) => furnitureWords.test(name))) return true;
    const text = this.textOf(element).trim().length;
    return text > 0 && this.#linked(element) / text >= shareOfLinks;
  }

  #linked(node: Nodes): number {
    if (node.type === 'element' && node.tagName === 'a') return this.textOf(node).trim().length;
    return 'children' in node ? node.children.reduce((sum, child) => sum + this.#linked(child), 0) : 0;
  }

  #hasBlockWithText(element: Element): boolean {
    return element.children.some(
      (child) =>
        child.type === 'element' &&
        ((blockTags.has(child.tagName) && this.hasText(child)) || this.#hasBlockWithText(child)),
    );
  }
}

/** Find the element with most of a page's text, its paragraphs and its title; undefined where no element has text. */
export function findArticle(root: Root, reading: PageReading, selectors: Selectors): Article | undefined {
  const elements = listElements(root);
  const paragraphs = elements.filter(
    (element) => reading.isParagraph(element) && !isInFurniture(element, reading, selectors),
  );
  const weights = new Map<Element, number>();
  for (const paragraph of paragraphs) {
    if (/^h\d$/.test(paragraph.tagName)) continue;
    const parent = selectors.parentOf(paragraph);
    const container = parent.type === 'root' ? paragraph : parent;
    weights.set(container, (weights.get(container) ?? 0) + reading.textOf(paragraph).trim().length);
  }
  const [heaviest] = [...weights].sort(([, a], [, b]) => b - a);
  const anything = elements.find((element) => reading.hasText(element));
  const container = climb(heaviest?.[0] ?? anything, weights, selectors);
  if (!container) return undefined;

  const headings = elements.filter((element) => /^h[12]$/.test(element.tagName) && reading.hasText(element));
  const found =
    headings.find(({ tagName }) => tagName === 'h1') ??
    headings[0] ??
    elements.find((element) => element.tagName === 'title' && reading.hasText(element));
  const title = found && holds(found, container) ? undefined : found;
  const texts: Element[] = [];
  const captions: Element[] = [];
  const visit = (element: Element): void => {
    if (element === title || !reading.hasText(element)) return;
    if (element !== container && reading.isFurniture(element)) return;
    const isWhole = reading.isParagraph(element) || element.children.some((child) => reading.isShown(child));
    const isTitled = title !== undefined && holds(element, title);
    if (element.tagName === 'figcaption' && !isTitled) captions.push(element);
    else if (isWhole && !isTitled && (element !== container || reading.isParagraph(element)))
      texts.push(element);
    else for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(container);
  const around = title && listAround(title, container, elements, selectors);
  const beside = (around ?? []).filter((element) => !isInFurniture(element, reading, selectors));
  for (const element of beside)
    if (
      element.tagName === 'figcaption' &&
      reading.hasText(element) &&
      !captions.some((other) => holds(other, element))
    )
      captions.push(element);
  const bylines = beside.filter((element) => {
    const text = reading.textOf(element).trim();
    return (
      title !== undefined &&
      elements.indexOf(element) > elements.indexOf(title) &&
      elements.indexOf(element) < elements.indexOf(container) &&
      !captions.some((other) => holds(other, element)) &&
      reading.isParagraph(element) &&
      text.length <= longestByline &&
      byline.test(text)
    );
  });
  return { title, container, texts, captions, bylines };
}

/** A text may stand in several parts of one element: go up as long as that adds much. */
function climb(
  start: Element | undefined,
  weights: ReadonlyMap<Element, number>,
  selectors: Selectors,
): Element | undefined {
  const total = (element: Element) =>
    [element, ...listElements(element)].reduce((sum, other) => sum + (weights.get(other) ?? 0), 0);
  let container = start;
  for (
    let parent = start && selectors.parentOf(start);
    parent?.type === 'element';
    parent = selectors.parentOf(parent)
  )
    if (container && total(parent) >= 1.5 * total(container)) container = parent;
  return container;
}

/** What stands in the least element that holds both title and text, and in neither. */
function listAround(
  title: Element,
  container: Element,
  elements: readonly Element[],
  selectors: Selectors,
): Element[] {
  let scope: Element | Root = container;
  while (scope.type === 'element' && !holds(scope, title)) scope = selectors.parentOf(scope);
  if (scope === container) return [];
  const within = scope.type === 'element' ? listElements(scope) : elements;
  return within.filter((element) =>
    [title, container].every((other) => !holds(other, element) && !holds(element, other)),
  );
}

function isInFurniture(element: Element, reading: PageReading, selectors: Selectors): boolean {
  for (let at: Element | Root = element; at.type === 'element'; at = selectors.parentOf(at))
    if (reading.isFurniture(at)) return true;
  return false;
}

function holds(element: Element, other: Element): boolean {
  return element === other || listElements(element).includes(other);
}

/** The elements below a node, in the order of the page. */
export function listElements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...listElements(child)] : []));
}
