import { lookSetting, looks } from '../../lib/reader/looks.ts';
import { PageElement } from '../page-element.ts';
import { applyLook } from './apply-look.ts';

/** The button for how the page looks; the settings come when they are asked for. */
class ReadingLook extends PageElement {
  protected wire(stay: AbortSignal): void {
    const button = this.querySelector('button') as HTMLButtonElement;
    button.addEventListener('click', async () => {
      const { openLookDialog } = await import('./look-dialog.ts');
      openLookDialog(JSON.parse(this.dataset.words ?? '{}'));
    });
    button.disabled = false;
    // What was changed on another page, or on one that is gone back from.
    const renew = () => applyLook(looks, lookSetting);
    addEventListener('storage', ({ key }) => (key === lookSetting || key === null) && renew(), {
      signal: stay,
    });
    addEventListener('pageshow', ({ persisted }) => persisted && renew(), { signal: stay });
  }
}

customElements.define('reading-look', ReadingLook);
