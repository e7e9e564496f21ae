import { describePlace } from '../../lib/cite/describe-place.ts';
import { type Citations, type Format, files, formats } from '../../lib/cite/formats.ts';
import { type Mark, toFragment, writeMark } from '../../lib/cite/mark.ts';
import { fillSlots } from '../../lib/cite/slots.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { ToolWords } from '../cite-tools.ts';
import { copyText } from '../clipboard.ts';
import { h } from '../dom.ts';
import { fetchJson } from '../fetch-json.ts';
import { isConverted, publishedLanguage } from '../published-text.ts';
import { listCitableBlocks } from '../reading/citable-blocks.ts';
import { saveFile } from '../save-file.ts';
import { readSetting, storeSetting } from '../settings.ts';
import { showDialog } from '../show-dialog.ts';
import { partsOf, wordsOf } from './blocks.ts';
import { today } from './today.ts';

export interface CiteDialogOptions {
  readonly words: ToolWords;
  /** The document’s citations, and its page of them, if it has one. */
  readonly file: string;
  readonly page: string | undefined;
  /** A link to a mark in the page. */
  readonly linkTo: (mark: Mark) => string;
}

const setting = 'format';

/**
 * Open the tools for a place of the document in the page: its link, its text, its citation in any format.
 * @throws Error where the citations cannot be read
 */
export async function openCiteDialog(mark: Mark, options: CiteDialogOptions): Promise<void> {
  new CiteDialog(mark, await readCitations(options.file), options).show();
}

class CiteDialog {
  #mark: Mark;
  readonly #citations: Citations;
  readonly #options: CiteDialogOptions;
  readonly #title = h('span');
  readonly #quoted = h('blockquote', { tabindex: '0', lang: publishedLanguage() });
  readonly #format = h('select', {}, ...formats.map(({ key, name }) => h('option', { value: key }, name)));
  readonly #citation = h('pre', { class: 'citation', tabindex: '0', lang: publishedLanguage() });
  readonly #save: HTMLButtonElement;
  readonly #status = h('p', { role: 'status' });

  constructor(mark: Mark, citations: Citations, options: CiteDialogOptions) {
    this.#mark = mark;
    this.#citations = citations;
    this.#options = options;
    this.#format.value = formats.find(({ key }) => key === readSetting(setting))?.key ?? formats[0].key;
    this.#format.addEventListener('change', () => {
      storeSetting(setting, this.#format.value);
      this.#draw();
    });
    this.#save = h('button', { type: 'button' }, options.words.citeFiles);
    this.#save.addEventListener('click', () => this.#saveCitation());
  }

  show(): void {
    const { words, page } = this.#options;
    const { address } = this.#citations;
    const { from, hash } = this.#mark;
    this.#draw();
    const dialog = showDialog(
      { class: 'cite-dialog', title: this.#title, close: words.close },
      this.#quoted,
      ...(hash ? [] : [this.#rangeChoice()]),
      h('p', { class: 'do' }, this.#copyLink(), this.#copyTextAndLink()),
      h('p', { class: 'format' }, h('label', {}, `${words.citeFormat} `, this.#format)),
      this.#citation,
      h(
        'p',
        { class: 'do' },
        this.#copyButton(
          words.copyCitation,
          () => this.#cited,
          () => words.copied,
        ),
        this.#copyButton(
          words.copyQuoted,
          () => `${this.#text}\n${this.#cited}`,
          () => words.copied,
        ),
        this.#save,
        ...(page ? [h('a', { href: `${page}#${from.id}` }, words.citeAllFormats)] : []),
      ),
      ...(isConverted() ? [h('p', { class: 'hint' }, words.citeTitleNote)] : []),
      ...(address ? [] : [h('p', { class: 'hint' }, words.citeNoAddress)]),
      this.#status,
    );
    dialog.querySelector<HTMLElement>('.do button')?.focus();
  }

  /** The place in the interface’s words. */
  get #place(): string {
    return describePlace(this.#mark, 'zh', this.#options.words);
  }

  /** The published text. */
  get #text(): string {
    return wordsOf(partsOf(this.#mark) ?? []);
  }

  /** The citation in the chosen format. */
  get #cited(): string {
    const format = formats.find(({ key }) => key === this.#format.value) ?? formats[0];
    const { citations, parts } = this.#citations;
    return fillSlots(citations.find(({ key }) => key === format.key)?.part ?? '', {
      at: describePlace(this.#mark, format.wording, parts),
      id: writeMark(this.#mark),
      fragment: toFragment(this.#mark),
      accessed: today(),
    });
  }

  #draw(): void {
    const { words } = this.#options;
    const place = this.#place;
    this.#title.textContent = `${words.cite} ${this.#mark.hash ? fillWords(words.citeWords, { place }) : place}`;
    this.#quoted.textContent = this.#text;
    this.#citation.textContent = this.#cited.trimEnd();
    this.#save.hidden = !(this.#format.value in files);
  }

  #copyLink(): HTMLElement {
    const { words, linkTo } = this.#options;
    const said = () =>
      this.#mark.hash ? words.copiedWords : fillWords(words.copiedLink, { place: this.#place });
    return this.#copyButton(words.copyLink, () => linkTo(this.#mark), said);
  }

  /** The link is to where the published text stands; where the site does not know its address, to the page. */
  #copyTextAndLink(): HTMLElement {
    const { words, linkTo } = this.#options;
    const { address } = this.#citations;
    const link = () => (address ? `${address}${toFragment(this.#mark)}` : linkTo(this.#mark));
    return this.#copyButton(
      words.copyTextAndLink,
      () => `${this.#text}\n${link()}`,
      () => fillWords(words.copiedText, { place: this.#place }),
    );
  }

  /** A button that copies; where the browser refuses, the text stands ready to be copied by hand. */
  #copyButton(label: string, text: () => string, said: () => string): HTMLElement {
    const { copyByHand } = this.#options.words;
    const button = h('button', { type: 'button' }, label);
    button.addEventListener('click', async () => {
      const isCopied = await copyText(text());
      this.#status.replaceChildren(isCopied ? said() : copyByHand);
      if (isCopied) return;
      const byHand = h('textarea', { readonly: true, rows: '3', 'aria-label': copyByHand });
      byHand.value = text();
      this.#status.append(byHand);
      byHand.select();
    });
    return button;
  }

  /** A choice of the last block to be cited. */
  #rangeChoice(): HTMLElement {
    const { words } = this.#options;
    const { from, to } = this.#mark;
    const ids = listCitableBlocks().map(({ id }) => id);
    const name = (id: string) => describePlace({ from: { id }, to: { id } }, 'zh', words);
    const options = ids.slice(ids.indexOf(from.id)).map((id) => h('option', { value: id }, name(id)));
    const last = h('select', {}, ...options);
    last.value = to.id;
    last.addEventListener('change', () => {
      this.#mark = { from, to: { id: last.value } };
      this.#draw();
    });
    const label = `${words.citeFrom} ${name(from.id)} ${words.citeTo} `;
    return h('p', { class: 'range' }, h('label', {}, label, last));
  }

  #saveCitation(): void {
    const format = this.#format.value as Format;
    if (!(format in files)) return;
    const { extension, type } = files[format as keyof typeof files];
    const place = writeMark(this.#mark).replace(/[^\w.-]/g, '-');
    saveFile(`${this.#citations.slug}-${place}.${extension}`, type, this.#cited);
  }
}

const loaded = new Map<string, Promise<Citations>>();

/** A document’s citations, once. After a failure the next call tries again. @throws Error */
function readCitations(file: string): Promise<Citations> {
  const read = loaded.get(file) ?? fetchJson<Citations>(file);
  loaded.set(file, read);
  read.catch(() => loaded.delete(file));
  return read;
}
