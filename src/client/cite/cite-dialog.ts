import { describePlace } from '../../lib/cite/describe-place.ts';
import { type Citations, type Format, files, formats } from '../../lib/cite/formats.ts';
import { type Mark, toFragment, writeMark } from '../../lib/cite/mark.ts';
import { fillSlots } from '../../lib/cite/slots.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { ToolWords } from '../cite-tools.ts';
import { copyText } from '../clipboard.ts';
import { h } from '../dom.ts';
import { readSetting, storeSetting } from '../settings.ts';
import { showDialog } from '../show-dialog.ts';
import { isConverted, listBlocks, partsOf, publishedLanguage, wordsOf } from './blocks.ts';
import { today } from './today.ts';

export interface CiteDialogOptions {
  readonly words: ToolWords;
  /** The document’s citations, and its page of them. */
  readonly file: string;
  readonly page: string;
  /** A link to a mark in the page. */
  readonly linkTo: (mark: Mark) => string;
}

const setting = 'format';
const loaded = new Map<string, Promise<Citations>>();

/**
 * Open the tools for a place of the document in the page: its link, its text, its citation in any format.
 * @throws Error where the citations cannot be read
 */
export async function openCiteDialog(mark: Mark, options: CiteDialogOptions): Promise<void> {
  const { words, file } = options;
  const citations = await readCitations(file);
  const status = h('p', { role: 'status' });
  const output = h('pre', { class: 'citation', tabindex: '0', lang: publishedLanguage() });
  const quoted = h('blockquote', { lang: publishedLanguage() });
  const title = h('span');
  const choice = h('select', {}, ...formats.map(({ key, name }) => h('option', { value: key }, name)));
  choice.value = formats.find(({ key }) => key === readSetting(setting))?.key ?? formats[0].key;

  let current = mark;
  const place = () => describePlace(current, 'zh', words);
  const textOf = () => wordsOf(partsOf(current) ?? []);
  const citationOf = () => {
    const format = formats.find(({ key }) => key === choice.value) ?? formats[0];
    const template = citations.citations.find(({ key }) => key === format.key)?.part ?? '';
    return fillSlots(template, {
      at: describePlace(current, format.wording, citations.parts),
      id: writeMark(current),
      fragment: toFragment(current),
      accessed: today(),
    });
  };
  /** Where the published text stands; where the site does not know its address, the page’s own link. */
  const link = () =>
    citations.address ? `${citations.address}${toFragment(current)}` : options.linkTo(current);
  const draw = () => {
    title.textContent = `${words.cite} ${current.hash ? fillWords(words.citeWords, { place: place() }) : place()}`;
    quoted.textContent = textOf();
    output.textContent = citationOf().trimEnd();
    download.hidden = !(choice.value in files);
  };

  const copyButton = (label: string, text: () => string, said: () => string) => {
    const button = h('button', { type: 'button' }, label);
    button.addEventListener('click', async () => {
      const isCopied = await copyText(text());
      status.replaceChildren(isCopied ? said() : words.copyByHand);
      if (isCopied) return;
      const byHand = h('textarea', { readonly: true, rows: '3', 'aria-label': words.copyByHand });
      byHand.value = text();
      status.append(byHand);
      byHand.select();
    });
    return button;
  };
  const download = h('button', { type: 'button' }, words.citeFiles);
  download.addEventListener('click', () => save(citationOf(), choice.value as Format, current));
  choice.addEventListener('change', () => {
    storeSetting(setting, choice.value);
    draw();
  });

  draw();
  const dialog = showDialog(
    { class: 'cite-dialog', title, close: words.close },
    quoted,
    ...(mark.hash
      ? []
      : [
          rangeChoice(mark, words, (other) => {
            current = other;
            draw();
          }),
        ]),
    h(
      'p',
      { class: 'do' },
      copyButton(
        words.copyLink,
        () => options.linkTo(current),
        () => (current.hash ? words.copiedWords : fillWords(words.copiedLink, { place: place() })),
      ),
      copyButton(
        words.copyTextAndLink,
        () => `${textOf()}\n${link()}`,
        () => fillWords(words.copiedText, { place: place() }),
      ),
    ),
    h('p', { class: 'format' }, h('label', {}, `${words.citeFormat} `, choice)),
    output,
    h(
      'p',
      { class: 'do' },
      copyButton(words.copyCitation, citationOf, () => words.copied),
      copyButton(
        words.copyQuoted,
        () => `${textOf()}\n${citationOf()}`,
        () => words.copied,
      ),
      download,
      h('a', { href: `${options.page}#${mark.from.id}` }, words.citeAllFormats),
    ),
    ...(isConverted() ? [h('p', { class: 'hint' }, words.citeTitleNote)] : []),
    ...(citations.address ? [] : [h('p', { class: 'hint' }, words.citeNoAddress)]),
    status,
  );
  dialog.querySelector<HTMLElement>('.do button')?.focus();
}

function readCitations(file: string): Promise<Citations> {
  const read =
    loaded.get(file) ??
    fetch(file).then((response) => {
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return response.json();
    });
  loaded.set(file, read);
  read.catch(() => loaded.delete(file));
  return read;
}

/** A choice of the last block to be cited. */
function rangeChoice(mark: Mark, words: ToolWords, changed: (mark: Mark) => void): HTMLElement {
  const ids = listBlocks().map(({ id }) => id);
  const name = (id: string) => describePlace({ from: { id }, to: { id } }, 'zh', words);
  const last = h(
    'select',
    {},
    ...ids.slice(ids.indexOf(mark.from.id)).map((id) => h('option', { value: id }, name(id))),
  );
  last.value = mark.to.id;
  last.addEventListener('change', () => changed({ ...mark, to: { id: last.value } }));
  return h(
    'p',
    { class: 'range' },
    h('label', {}, `${words.citeFrom} ${name(mark.from.id)} ${words.citeTo} `, last),
  );
}

/** Save a citation as a file for a reference manager. */
function save(text: string, format: Format, mark: Mark): void {
  if (!(format in files)) return;
  const { extension, type } = files[format as keyof typeof files];
  const address = URL.createObjectURL(new Blob([text], { type }));
  const slug = location.pathname.split('/').filter(Boolean).at(-1);
  h('a', {
    href: address,
    download: `${slug}-${writeMark(mark).replace(/[^\w.-]/g, '-')}.${extension}`,
  }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
