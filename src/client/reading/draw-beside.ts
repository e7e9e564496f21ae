import { fillWords } from '../../lib/reader/search-text.ts';
import { openingOf } from '../../lib/reader/summarise.ts';
import type { TextBeside } from '../../lib/reader/to-reader-page.ts';
import { h } from '../dom.ts';

/** Draw what stands beside a text, as pages of small collections have it. */
export function drawBeside(text: HTMLElement): void {
  const words: TextBeside = JSON.parse(text.dataset.beside ?? '{}');
  for (const block of text.querySelectorAll<HTMLElement>('.t')) block.lang = text.lang;
  drawTools(text, words);
  const list = text.ownerDocument.querySelector('page-contents ol:empty');
  if (list) drawContents(list, text, words);
}

/** The contents of a text without sections: its paragraphs by their opening words. */
function drawContents(list: Element, text: HTMLElement, { relations }: TextBeside): void {
  for (const block of text.querySelectorAll('p[id]:not(.signature, .dateline, .caption)')) {
    const [number, words] = [block.querySelector('.n'), block.querySelector<HTMLElement>('.t')];
    if (!words) continue;
    const links = [...block.querySelectorAll<HTMLElement>('.r a')];
    const count = links.reduce((sum, { dataset }) => sum + Number(dataset.count ?? 1), 0);
    const entry = h(
      'a',
      { href: `#${block.id}` },
      h('b', {}, number?.textContent ?? ''),
      ' ',
      h('span', { lang: words.lang }, openingOf(words.textContent ?? '')),
    );
    if (count > 0)
      entry.append(
        ' ',
        h('small', { title: relations }, String(count), h('span', { class: 'unseen' }, ` ${relations}`)),
      );
    list.append(h('li', {}, entry));
  }
}

function drawTools(text: HTMLElement, words: TextBeside): void {
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
