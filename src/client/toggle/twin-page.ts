import { type Anchor, goToAnchor, readAnchor } from '../reading/anchor.ts';
import { sparesData } from '../spares-data.ts';
import { beginChange } from './whole-text.ts';

/** What leads from a page down to the text of its document: its parts are changed one by one, not it. */
const path = ['body', 'main', '.document', '.document > .text'];

/**
 * The page of a document in its other script, made ready while the browser has nothing else to do; undefined on other
 * pages, where the connection is to be spared, and where it cannot be had.
 */
export async function fetchTwin(
  { href }: HTMLAnchorElement,
  stay: AbortSignal,
): Promise<Document | undefined> {
  if (sparesData() || !document.querySelector('.document > .text')) return undefined;
  await idle();
  try {
    const response = await fetch(href.replace(/[?#].*/, ''), { signal: stay });
    const twin = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (twin.querySelector('.text[data-beside]'))
      (await import('../reading/draw-beside.ts')).drawBeside(twin);
    return response.ok ? twin : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Show the other script in the place of this one, the reader at their line: first what is in view, then the rest, in
 * turns. The address is that of the other page; going back in the history comes back from there.
 * @returns whether it could be: not where something else has put elements into the page
 */
export function showTwin(twin: Document, link: HTMLAnchorElement): boolean {
  const [parts, others] = [partsOf(document), partsOf(twin)];
  const isAlike = parts.every((part, index) => part.tagName === others[index]?.tagName);
  if (isChanging || !isAlike || parts.length !== others.length) return false;
  isChanging = true;
  const anchor = readAnchor();
  const target = document.querySelector(':target');
  const pairs = parts.map((part, index) => ({ part, other: others[index] as Element }));
  const inView = new Set(pairs.filter(({ part }) => isInView(part)));
  const change = ({ part, other }: (typeof pairs)[number]) => {
    other.classList.toggle('target', part === target);
    replaceWithFocus(part, other);
  };

  history.pushState(null, '', link.href);
  Object.assign(document.body.dataset, twin.body.dataset);
  shown = location.pathname;
  document.title = twin.title;
  const isWhole = beginChange();
  for (const pair of inView) change(pair);
  if (anchor) goToAnchor(anchor);

  const rest = pairs.filter((pair) => !inView.has(pair)).map((pair) => () => change(pair));
  void inTurns(rest, anchor).then(() => {
    const last = readAnchor();
    // Every element takes its font from the language of the page: the costliest of all comes last.
    document.documentElement.lang = twin.documentElement.lang;
    changeHead(twin);
    keepAttributes('.document > .text', twin);
    // What the address names is so in the new text too; that scrolls.
    const focused = document.activeElement;
    if (target && location.hash) location.replace(location.hash);
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    for (const marked of document.querySelectorAll('.target')) marked.classList.remove('target');
    if (last) goToAnchor(last);
    keepAttributes('way-back', twin);
    isWhole();
    isChanging = false;
    document.dispatchEvent(new Event('textchange'));
  });
  return true;
}

/** Whether the last change is still under way. */
let isChanging = false;

/** What a page is made of: all that stands beside the way to the text, and the blocks of the text. */
function partsOf(page: Document): Element[] {
  const ways = path.map((selector) => page.querySelector(selector));
  const beside = ways.flatMap((way, depth) =>
    depth < ways.length - 1
      ? [...(way?.children ?? [])].filter((child) => child !== ways[depth + 1] && !child.matches('way-back'))
      : [],
  );
  const blocks = page.querySelectorAll('.document>.text>:not(section,div),.text>:is(section,div)>*');
  return [...beside, ...blocks];
}

/** Put a part in the place of its twin; who has the focus in it, as one who goes on by keys has, keeps it. */
function replaceWithFocus(part: Element, other: Element): void {
  const { activeElement: focused } = document;
  if (!focused || !part.contains(focused)) {
    part.replaceWith(other);
    return;
  }
  const alike = (root: Element) =>
    [...root.querySelectorAll(focused.tagName)].filter(({ className }) => className === focused.className);
  const place = alike(part).indexOf(focused);
  part.replaceWith(other);
  const same = alike(other)[place];
  if (same instanceof HTMLElement) same.focus({ preventScroll: true });
}

function isInView(part: Element): boolean {
  const { top, bottom, left, right } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}

/** What stays in the page when the script is changed says from now on what its twin does: the way back, the text. */
function keepAttributes(selector: string, twin: Document): void {
  const [now, other] = [document, twin].map((page) => page.querySelector<HTMLElement>(selector));
  Object.assign(now?.dataset ?? {}, other?.dataset);
}

/** What programs read of the page; styles and scripts are the same. */
function changeHead(twin: Document): void {
  const replaceable =
    'meta:not([http-equiv]), link:not([rel="stylesheet"]), link[media="print"], script[type="application/ld+json"]';
  for (const node of document.head.querySelectorAll(replaceable)) node.remove();
  document.head.append(...twin.head.querySelectorAll(replaceable));
}

/** Do all, a few milliseconds at a time; the reader stays at their line meanwhile, unless they move on. */
async function inTurns(acts: readonly (() => void)[], anchor: Anchor | undefined): Promise<void> {
  let line = anchor;
  /** Wait for others; a reader who moves on meanwhile is at another line from then on. */
  const wait = async (others: Promise<unknown>) => {
    const at = window.scrollY;
    await others;
    if (window.scrollY !== at) line = readAnchor();
  };
  // What is in view is painted first.
  await wait(new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  let since = performance.now();
  let at = window.scrollY;
  for (const act of acts) {
    act();
    if (performance.now() - since < turn) continue;
    if (line && window.scrollY === at) goToAnchor(line);
    await wait(idle());
    [since, at] = [performance.now(), window.scrollY];
  }
  if (line && window.scrollY === at) goToAnchor(line);
}
/** Milliseconds. */
const turn = 8;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 50);
  });
}

// An entry of the other script that is gone back to is not this page any more.
let shown = location.pathname;
addEventListener('popstate', () => {
  if (location.pathname !== shown) location.reload();
});
