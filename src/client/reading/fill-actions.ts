import type { barKeys } from '../../lib/reader/reading-keys.ts';
import type { SearchWords } from '../../lib/reader/search-keys.ts';
import type { CiteTools } from '../cite-tools.ts';
import { h } from '../dom.ts';
import { labelOf } from './reading-place.ts';

export type BarWords = SearchWords<(typeof barKeys)[number]>;

/** Fill the bar at the foot with what can be done with a paragraph: what its own small links do, and more. */
export function fillActions(
  actions: HTMLElement,
  block: HTMLElement,
  words: BarWords,
  close: () => void,
): void {
  const button = (label: string, act: () => void) => {
    const made = h('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const tools = document.querySelector<CiteTools>('cite-tools');
  const source = block.querySelector<HTMLAnchorElement>('.s');
  const cite = block.querySelector<HTMLElement>('.c');
  const published = block.querySelector<HTMLElement>('.o');
  const toClose = button('×', () => {
    close();
    block.querySelector<HTMLElement>('.n')?.focus({ preventScroll: true });
  });
  toClose.setAttribute('aria-label', words.close);
  actions.setAttribute('aria-label', labelOf(block));
  actions.replaceChildren(
    h('b', {}, labelOf(block)),
    ...(cite ? [button(words.cite, () => cite.click())] : []),
    button(words.copyLinkShort, () => void tools?.copyLink(block.id)),
    button(words.noteShort, () => void tools?.annotate(block.id)),
    ...(source
      ? [h('a', { href: source.getAttribute('href') ?? '', title: source.ariaLabel ?? '' }, words.source)]
      : []),
    ...(published ? [button(words.showPublished, () => published.click())] : []),
    toClose,
  );
}
