import { besideTexts } from '../../lib/reader/beside-text.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { openingOf } from '../../lib/reader/summarise.ts';
import { scriptOf } from '../../lib/script/scripts.ts';
import type { Language } from '../../schemas/names.ts';
import { h } from '../dom.ts';

type Say = (key: keyof typeof besideTexts) => string;

/**
 * Draw what stands beside the text of a page, as pages of small collections have it: the language of its blocks, their
 * small links, and the contents of a text without sections. In a large collection it would be a third of every page.
 */
export function drawBeside(page: Document): void {
  const text = page.querySelector<HTMLElement>('.document > .text[data-beside]');
  if (!text) return;
  const script = scriptOf(page.documentElement.lang as Language);
  const say: Say = (key) => besideTexts[key][script];
  const lang = page.querySelector<HTMLElement>('.document .title .t')?.lang ?? '';
  for (const block of text.querySelectorAll<HTMLElement>('.t')) block.lang = lang;
  drawTools(text, say);
  const list = page.querySelector('page-contents ol:empty');
  if (list) drawContents(list, text, say('relations'));
}

/** The contents of a text without sections: its paragraphs by their opening words. */
function drawContents(list: Element, text: HTMLElement, relations: string): void {
  for (const block of text.querySelectorAll('p[id]:not(.signature, .dateline, .caption)')) {
    const [number, words] = [block.querySelector('.n'), block.querySelector<HTMLElement>('.t')];
    if (!words) continue;
    const links = [...block.querySelectorAll<HTMLElement>('.r a')];
    const count = links.reduce((sum, { dataset }) => sum + Number(dataset.count ?? 1), 0);
    const entry = h(
      'a',
      { href: `#${block.id}` },
      // What has no number shows a sign, which is no name.
      ...(number && !number.ariaLabel ? [h('b', {}, number.textContent ?? '')] : []),
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

function drawTools(text: HTMLElement, say: Say): void {
  const show = text.ownerDocument.querySelector<HTMLElement>('converted-text')?.dataset.show;
  for (const number of text.querySelectorAll('p[id] > .n')) {
    const { id } = number.parentElement as HTMLElement;
    const place = number.ariaLabel ?? fillWords(say('numberedPlace'), { number: number.textContent ?? '' });
    const tools = h('span', { class: 'w' });
    const add = (name: 's' | 'c', href: string, label: string, sign: string) =>
      tools.append(h('a', { class: name, href, 'aria-label': label }, sign));
    add('s', text.dataset.beside + id, place + say('toSource'), say('sourceShort'));
    add('c', `#${id}`, fillWords(say('citeParagraph'), { place }), say('citeShort'));
    // In a converted view.
    if (show !== undefined)
      tools.append(h('button', { class: 'o', 'aria-pressed': 'false', title: show }, say('showPublished')));
    number.nextElementSibling?.after(tools);
  }
}

drawBeside(document);
