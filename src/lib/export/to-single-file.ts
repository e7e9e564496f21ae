import { addressesUnder } from '../reader/addresses.ts';
import { describeDate } from '../reader/describe-date.ts';
import { sayIn, scriptNamesLong, wordsIn } from '../reader/interface-text.ts';
import { pageKeys } from '../reader/search-keys.ts';
import { titleOf } from '../reader/summarise.ts';
import { pageLanguage, type Script, scripts, textLanguage } from '../script/scripts.ts';
import type { Catalogue } from '../search/clause.ts';
import { toReadingNodes } from './reading-nodes.ts';
import type { Volume } from './volume.ts';
import { writeHtml } from './write-html.ts';
import { block, element, type Node } from './xml.ts';

/** What a single file has besides the texts. */
export interface SingleFileParts {
  /** What a search in each script reads: every clause. */
  readonly catalogues: Readonly<Record<Script, Catalogue>>;
  /** One classic script and one style sheet. */
  readonly script: string;
  readonly style: string;
  /** The SHA-256 of a text in base64, as a Content-Security-Policy has it. */
  readonly hash: (text: string) => string;
}

/**
 * All texts in both scripts, with clause search, as one file of HTML that opens from a disk. Its ids are the site's with
 * script and document before them: `hans.cna-report.p3`. Without JavaScript both scripts stand one after the other.
 * @throws Error for a script or style that cannot stand in a page
 */
export function toSingleFile(volume: Volume, { catalogues, script, style, hash }: SingleFileParts): string {
  if (/<\/(?:script|style)/i.test(script + style))
    throw new Error('Unexpected end of an element in a script or style, expected none: it would end there.');
  const { title } = volume.collection;
  const policy = `default-src 'none'; script-src 'sha256-${hash(script)}'; style-src 'sha256-${hash(style)}'; base-uri 'none'; form-action 'none'`;
  const data = scripts.map(
    (name) =>
      `<script type="application/json" data-catalogue="${name}">${writeData(catalogues[name])}</script>`,
  );
  return [
    '<!doctype html>',
    '<html lang="zh-Hans">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    writeHtml(element('title', {}, `${title} ${volume.collection.edition}`)),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    writeHtml(toHeader(), block('main', {}, ...scripts.map((name) => toView(volume, name)))),
    ...data,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/**
 * JSON for a page: what ends a script in HTML ends it in JSON too, and characters that a program which normalises text
 * (NFC) would put others in the place of are escaped.
 */
function writeData(data: unknown): string {
  return JSON.stringify(data).replace(/[<\P{ASCII}]/gu, (character) =>
    character === '<' || character.normalize('NFC') !== character
      ? character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : character,
  );
}

function toHeader(): Node {
  return block(
    'header',
    {},
    block(
      'nav',
      { 'aria-label': scripts.map((script) => scriptNamesLong[script]).join(' ') },
      ...scripts.map((script) =>
        element(
          'a',
          { href: `#${script}`, lang: pageLanguage(script), 'data-script': script },
          scriptNamesLong[script],
        ),
      ),
    ),
  );
}

/** The collection in a script. */
function toView(volume: Volume, script: Script): Node {
  const say = sayIn(script);
  const { collection, entries, convert, toAddress } = volume;
  const edit = (text: string) => convert(text, 'zh-Hans-CN', script);
  const address = toAddress(addressesUnder('/').collection(script));
  const list = entries.map(({ document }) => {
    const { slug, lang, kind, date, dateBasis } = document;
    const title = convert(titleOf(document), lang, script);
    return element(
      'li',
      {},
      element('a', { href: `#${script}.${slug}`, lang: textLanguage(lang, script) }, title),
      element(
        'small',
        {},
        ` ${edit(collection.kinds[kind] ?? kind)} · ${describeDate(date, dateBasis, say)}`,
      ),
    );
  });
  const search = block(
    'clause-search',
    { 'data-script': script, 'data-words': wordsIn(script, pageKeys), hidden: 'hidden' },
    block(
      'form',
      { role: 'search' },
      element('input', {
        type: 'search',
        name: 'q',
        'aria-label': say('searchLabel'),
        placeholder: say('searchPlaceholder'),
        autocomplete: 'off',
        spellcheck: 'false',
      }),
    ),
    element('p', { role: 'status' }),
    element('div', { class: 'found' }),
  );
  return block(
    'div',
    { id: script, class: 'collection-view', lang: pageLanguage(script) },
    element('p', { class: 'collection' }, edit(collection.title)),
    element('p', {}, edit(collection.description)),
    element(
      'p',
      {},
      `${say('edition')} ${collection.edition}`,
      ...(address ? [' · ', element('a', { href: address }, address)] : []),
    ),
    search,
    block('nav', { 'aria-label': say('contents') }, block('ol', {}, ...list)),
    ...entries.map((entry) => {
      const { slug } = entry.document;
      const toId = (id: string) => `${script}.${slug}.${id}`;
      const nodes = toReadingNodes(entry, volume, script, { toId, typed: () => ({}), isAlone: false });
      return block('article', { id: `${script}.${slug}`, 'aria-labelledby': toId('title') }, ...nodes);
    }),
  );
}
