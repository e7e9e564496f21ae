import { lookSetting } from '../../lib/reader/looks.ts';
import { h } from '../dom.ts';
import { PageElement } from '../page-element.ts';
import { onSettingChanged } from '../settings.ts';
import { wordsOf } from '../words-of.ts';

/** The button for how the page looks; the settings come when they are asked for. */
class ReadingLook extends PageElement {
  protected wire(stay: AbortSignal): void {
    const button = this.querySelector('button') as HTMLButtonElement;
    button.addEventListener('click', async () => {
      const [{ openLookDialog }, words] = await Promise.all([import('./look-dialog.ts'), wordsOf(this)]);
      openLookDialog(words);
    });
    button.disabled = false;
    // What was changed on another page, or on one that is gone back from.
    const renew = () => {
      // By the script that gave the page its look: the table of looks is not to be shipped twice.
      const { src } = document.querySelector<HTMLScriptElement>('script[src$="look.js"]') ?? {};
      if (src) document.head.append(h('script', { src }));
    };
    onSettingChanged(lookSetting, renew, stay);
    addEventListener('pageshow', ({ persisted }) => persisted && renew(), { signal: stay });
  }
}

customElements.define('reading-look', ReadingLook);
