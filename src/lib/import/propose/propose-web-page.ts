import type { Element, Nodes, Root } from 'hast';
import { positionOf, type SourceText, sliceSource } from '../../text/source-text.ts';
import { ImportError } from '../problem.ts';
import { type Page, parsePage } from '../web-page/parse-page.ts';
import { classesOf, Selectors } from './choose-selector.ts';
import { findArticle, PageReading } from './find-article.ts';
import { findStatements, quote, type StatingLine } from './find-statements.ts';
import { guessSections } from './guess-sections.ts';
import type { FoundStatement, ProposedEntry, ProposedReading } from './proposal.ts';

const reasons: Readonly<Record<string, string>> = {
  title: '页面的题名',
  nav: '导航',
  header: '页头',
  footer: '页脚',
  aside: '侧栏',
  form: '表单',
  time: '时间',
  button: '按钮',
};
/** Attributes and elements in which a page states its day. */
const statingMarkup = /(?:published|pubdate|publish|datePublished|"date"|<time)[^<>]*/i;

/**
 * Guess how a web page is to be read: the element with most of its text, the heading, and all else as furniture;
 * undefined where no element has text.
 * @throws ImportError `add/one-element`, and as `parsePage` does
 */
export function proposeWebPage(
  source: SourceText,
  allow: readonly string[],
): (ProposedReading & { statements: FoundStatement[] }) | undefined {
  const page = parsePage(source, allow);
  const reading = new PageReading(page);
  const selectors = new Selectors(page.root);
  const article = findArticle(page.root, reading, selectors);
  if (!article) return undefined;

  const title = article.title ?? article.texts[0];
  const texts = article.texts.filter((element) => element !== title);
  if (!title) return undefined;
  if (texts.length === 0)
    throw new ImportError([
      {
        file: source.file,
        rule: 'add/one-element',
        message:
          'Unexpected page in which one element has all the text, expected a title and a text, which every document has. Ask for the whole page.',
      },
    ]);
  const parts = [
    { part: 'title', elements: [title], decide: 'the title.' },
    {
      part: 'dateline',
      elements: article.bylines,
      decide: 'the line of place, day or writer above the text.',
    },
    { part: 'text', elements: texts, decide: 'the text: each element is a paragraph.' },
    { part: 'caption', elements: article.captions, decide: 'the words of pictures.' },
  ].filter(({ elements }) => elements.length > 0);
  const segments = parts.map(({ part, elements, decide }): ProposedEntry => {
    const select =
      part === 'text'
        ? selectors.below(article.container, elements)
        : elements.map((e) => selectors.one(e)).join(', ');
    return {
      yaml: `{ part: ${part}, select: ${quote(select)}${toCount(elements.length)} }`,
      decide,
      shows: reading.textOf(elements[0] as Element),
    };
  });

  const { elements, loose } = listRest(
    page.root,
    new Set([title, ...article.bylines, ...texts, ...article.captions]),
    reading,
  );
  const furniture = selectors.groups(elements).map(
    ({ select, elements: matched }): ProposedEntry => ({
      yaml: `{ select: ${quote(select)}${toCount(matched.length)}, reason: ${quote(reasonOf(matched[0] as Element))} }`,
      shows: matched.map((element) => reading.textOf(element)).join(' / '),
    }),
  );
  const ranges = toRanges(source, page, loose);
  const sections = guessSections(texts.map((element) => reading.textOf(element).trim()));
  return {
    ...(sections && { sections }),
    segments,
    furniture: [
      ...furniture,
      ...ranges.map(({ first, last, shows }) => ({
        yaml: `{ lines: ${first === last ? first : `${first}-${last}`}, reason: ${quote('正文之外的文字')} }`,
        shows,
      })),
    ],
    gaps: [],
    statements: findStatements(listStating(source, page, [...article.bylines, ...texts])),
  };
}

function toCount(count: number): string {
  return count === 1 ? '' : `, count: ${count}`;
}

function reasonOf(element: Element): string {
  const known = reasons[element.tagName];
  if (known) return known;
  const [name] = classesOf(element);
  return name ? `正文之外的文字（${name}）` : '正文之外的文字';
}

/** What is shown and not kept: whole elements, as large as they can be, and texts beside kept elements. */
function listRest(root: Root, kept: ReadonlySet<Element>, reading: PageReading) {
  const elements: Element[] = [];
  const loose: Nodes[] = [];
  const holdsKept = (element: Element): boolean =>
    kept.has(element) || element.children.some((child) => child.type === 'element' && holdsKept(child));
  const visit = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type === 'element' && !kept.has(child) && reading.hasText(child)) {
        if (holdsKept(child)) visit(child);
        else elements.push(child);
      } else if (reading.isShown(child)) loose.push(child);
    }
  };
  visit(root);
  return { elements, loose };
}

/** The lines of texts outside of elements that are taken whole; ranges that touch a line of another are one. */
function toRanges(source: SourceText, page: Page, nodes: readonly Nodes[]) {
  const ranges: { first: number; last: number; shows: string }[] = [];
  for (const { node, characters } of page.texts) {
    if (!nodes.includes(node)) continue;
    const shown = characters.filter(
      ({ from, to, as }) => (as ?? sliceSource(source, from, to)).trim() !== '',
    );
    const first = positionOf(source, characters[0]?.from ?? 0).line;
    const last = positionOf(source, characters.at(-1)?.from ?? 0).line;
    const before = ranges.at(-1);
    if (shown.length === 0) continue;
    if (before && first <= before.last) {
      before.last = Math.max(before.last, last);
      before.shows += ` / ${node.value}`;
    } else ranges.push({ first, last, shows: node.value });
  }
  return ranges;
}

/** Lines of markup that name a day, and the lines of the first paragraphs and the last. */
function listStating(source: SourceText, page: Page, texts: readonly Element[]): StatingLine[] {
  const lines = source.lines.map(({ number, from, to }) => ({ number, text: sliceSource(source, from, to) }));
  const markup = lines.flatMap(({ number, text }): StatingLine[] => {
    const [found] = statingMarkup.exec(text) ?? [];
    return found ? [{ number, text: found, basis: 'front matter' }] : [];
  });
  const paragraphs = [...texts.slice(0, 2), ...texts.slice(-1)].flatMap((element) =>
    page.texts
      .filter(({ node }) => holds(element, node))
      .map(({ node, characters }): StatingLine => {
        const { line } = positionOf(source, characters[0]?.from ?? 0);
        const basis = element === texts.at(-1) && texts.length > 2 ? 'signature' : 'dateline';
        return { number: line, text: node.value, basis };
      }),
  );
  const whole = sliceSource(source, 0, source.characters.length);
  // A reference, or a line end inside, is written otherwise in the source: such words cannot be quoted.
  return [...markup, ...paragraphs.filter(({ text }) => whole.includes(text))];
}

function holds(element: Element, node: Nodes): boolean {
  return element.children.some((child) => child === node || (child.type === 'element' && holds(child, node)));
}
