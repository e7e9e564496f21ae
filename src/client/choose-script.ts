import { scriptOfBrowser } from './script-of-browser.ts';
import { readSetting, storeSetting } from './settings.ts';

/** The choice of a script at `/`: goes on by itself by the stored choice, else by the browser's language. */
class ChooseScript extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[data-script]')];
    for (const link of links)
      link.addEventListener('click', () => storeSetting('script', link.dataset.script));
    const script = readSetting('script') ?? scriptOfBrowser(navigator.languages);
    const link = links.find(({ dataset }) => dataset.script === script);
    if (link) location.replace(link.href);
  }
}

customElements.define('choose-script', ChooseScript);
