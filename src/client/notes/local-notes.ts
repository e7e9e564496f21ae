import type { CiteTools } from '../cite-tools.ts';
import { PageElement } from '../page-element.ts';
import { publishedIsKnown } from '../published-text.ts';
import { currentBlock } from '../reading/reading-place.ts';
import { onShortcut } from '../shortcuts.ts';
import { textIsWhole } from '../toggle/whole-text.ts';
import { wordsOf } from '../words-of.ts';
import type { NotedPage } from './draw-notes.ts';
import { hasNotes, onNotesChanged } from './stored-notes.ts';

/**
 * The reader’s own notes on the document in the page: kept in this browser, sent nowhere. What does the work comes when
 * there is a note, or one is to be written.
 */
export class LocalNotes extends PageElement {
  protected wire(stay: AbortSignal): void {
    const draw = () => {
      if (hasNotes(this.dataset.slug ?? '') || document.querySelector('.note-mark'))
        void this.#use(async (page) => (await import('./draw-notes.ts')).drawNotes(page));
    };
    onShortcut('n', (target) => this.annotate(currentBlock(target)?.id), stay);
    const onClick = ({ target }: Event) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('.note-mark') : null;
      if (mark)
        void this.#use(async (page) => (await import('./annotate.ts')).annotate(page, mark.dataset.of, true));
    };
    document.addEventListener('click', onClick, { signal: stay });
    document.addEventListener('textchange', draw, { signal: stay });
    onNotesChanged(draw, stay);
    draw();
  }

  /** Write a note on what is selected, else on a block. */
  annotate(id: string | undefined): void {
    void this.#use(async (page) => (await import('./annotate.ts')).annotate(page, id));
  }

  async #use(act: (page: NotedPage) => Promise<void>): Promise<void> {
    const tools = document.querySelector<CiteTools>('cite-tools');
    const { slug = '', edition = '', failed = '' } = this.dataset;
    const say = (said: string) => tools?.say(said);
    try {
      const [words] = await Promise.all([wordsOf(this), publishedIsKnown(), textIsWhole()]);
      await act({ slug, edition, words, say });
    } catch {
      say(failed);
    }
  }
}

customElements.define('local-notes', LocalNotes);
