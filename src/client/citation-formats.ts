import { describePlace, type PartWords } from '../lib/cite/describe-place.ts';
import type { Wording } from '../lib/cite/formats.ts';
import { toFragment, writeMark } from '../lib/cite/mark.ts';
import type { slots } from '../lib/cite/slots.ts';
import type { formatKeys } from '../lib/reader/cite-keys.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { addressId } from './address-id.ts';
import { today } from './cite/today.ts';
import { copyText } from './clipboard.ts';
import { h } from './dom.ts';

/**
 * A document’s page of citations: fills in the day and the place that the reader chooses, and copies. Without it the
 * page has all formats for the document and for one place of it, to be changed by hand.
 */
class CitationFormats extends HTMLElement {
  readonly #words: SearchWords<(typeof formatKeys)[number]> = JSON.parse(this.dataset.words ?? '{}');
  /** The words for parts of the document, in its own script. */
  readonly #parts: PartWords = JSON.parse(this.dataset.parts ?? '{}');

  connectedCallback(): void {
    const [from, to] = [...this.querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
    for (const place of document.querySelectorAll('.places li[id]')) {
      const label = place.querySelector('span')?.textContent ?? '';
      from.append(new Option(`${label}　${place.querySelector('a')?.textContent}`, place.id));
      to.append(new Option(label, place.id));
    }
    // What the page has without a choice.
    from.value = to.value = this.dataset.example ?? '';
    for (const choice of [from, to])
      choice.addEventListener('change', () => {
        if (choice === from || to.selectedIndex < from.selectedIndex) to.selectedIndex = from.selectedIndex;
        this.#fill(from.value, to.value);
        history.replaceState(null, '', `#${from.value}`);
      });
    this.querySelector('.place')?.removeAttribute('hidden');
    this.querySelector('.choose-place')?.remove();
    document.querySelector('.needs-day')?.remove();
    for (const text of this.querySelectorAll<HTMLElement>('.citation')) this.#addCopy(text);

    // The address of a place leads to its citations; without JavaScript it leads to its line in the list.
    for (const line of document.querySelectorAll('.places li[id]')) line.removeAttribute('id');
    document.querySelector('.places')?.removeAttribute('open');
    const take = () => {
      const id = addressId();
      const isPlace = [...from.options].some(({ value }) => value === id);
      if (isPlace) {
        from.value = id;
        to.value = id;
      }
      this.#fill(from.value, to.value);
      if (isPlace) this.querySelector('#part')?.scrollIntoView();
    };
    take();
    addEventListener('hashchange', take);
  }

  #fill(from: string, to: string): void {
    const mark = { from: { id: from }, to: { id: to } };
    for (const citation of this.querySelectorAll<HTMLElement>('.citation')) {
      const values: Record<keyof typeof slots, string> = {
        at: describePlace(mark, citation.dataset.wording as Wording, this.#parts),
        id: writeMark(mark),
        fragment: toFragment(mark),
        accessed: today(),
      };
      for (const slot of citation.querySelectorAll<HTMLElement>('.slot'))
        slot.textContent = values[slot.dataset.slot as keyof typeof slots];
    }
  }

  #addCopy(citation: HTMLElement): void {
    const button = h('button', { type: 'button' }, this.#words.copyCitation);
    button.setAttribute(
      'aria-describedby',
      citation.closest('section')?.getAttribute('aria-labelledby') ?? '',
    );
    button.addEventListener('click', async () => {
      const isCopied = await copyText(citation.textContent ?? '');
      button.textContent = isCopied ? this.#words.copied : this.#words.copyFailed;
      const status = this.querySelector('[role="status"]') as HTMLElement;
      status.textContent = button.textContent;
      setTimeout(() => {
        button.textContent = this.#words.copyCitation;
      }, 2000);
    });
    citation.after(button);
  }
}

customElements.define('citation-formats', CitationFormats);
