import { fillWords } from '../../lib/reader/search-text.ts';
import type { TextBeside } from '../../lib/reader/to-reader-page.ts';
import { h } from '../dom.ts';

/** Draw the small links of each block, as pages of small collections have them. */
export function drawBeside(text: HTMLElement): void {
  const words: TextBeside = JSON.parse(text.dataset.beside ?? '{}');
  const show = text.ownerDocument.querySelector<HTMLElement>('converted-text')?.dataset.show;
  for (const number of text.querySelectorAll('p[id] > .n')) {
    const { id } = number.parentElement as HTMLElement;
    const place = number.ariaLabel ?? fillWords(words.place, { number: number.textContent ?? '' });
    const label = fillWords(words.citeParagraph, { place });
    const tools = h(
      'span',
      { class: 'w' },
      h('a', { class: 's', href: words.source + id, 'aria-label': words.toSource }, words.sourceShort),
      h('a', { class: 'c', href: `#${id}`, 'aria-label': label }, words.citeShort),
    );
    if (words.showPublished) {
      const shown = h('button', { class: 'o', 'aria-pressed': 'false', title: show }, words.showPublished);
      tools.append(shown);
    }
    number.nextElementSibling?.after(tools);
  }
}
