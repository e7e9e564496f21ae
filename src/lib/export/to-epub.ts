import { sayIn } from '../reader/interface-text.ts';
import { titleOf } from '../reader/summarise.ts';
import { otherScript, pageLanguage, type Script, scripts } from '../script/scripts.ts';
import { toUrn } from '../text/to-urn.ts';
import type { PackageFile } from './package-file.ts';
import { toEpubPage } from './to-epub-page.ts';
import { toXhtml } from './to-xhtml.ts';
import { type Entry, scriptOfEntry, type Volume } from './volume.ts';
import { block, element, type Node, writeXml } from './xml.ts';

/** A chapter: a document in a script. */
interface Chapter {
  readonly id: string;
  readonly href: string;
  readonly script: Script;
  readonly entry: Entry;
}

/** A document as EPUB 3.3: in its own script first, then in the other; ids kept, notes as footnotes. */
export function toEpub(entry: Entry, volume: Volume): PackageFile[] {
  const own = scriptOfEntry(entry);
  return toPackage([own, otherScript(own)], [entry], volume, titleOf(entry.document), entry.document.slug);
}

/** All documents as EPUB 3.3, in both scripts. */
export function toEpubCollection(volume: Volume): PackageFile[] {
  return toPackage(scripts, volume.entries, volume, volume.collection.title, 'collection');
}

function toPackage(
  order: readonly Script[],
  entries: readonly Entry[],
  volume: Volume,
  title: string,
  name: string,
): PackageFile[] {
  const chapters = order.flatMap((script) =>
    entries.map((entry): Chapter => {
      const { slug } = entry.document;
      return { id: `${script}-${slug}`, href: `${script}/${slug}.xhtml`, script, entry };
    }),
  );
  return [
    // First and not compressed, by which readers know what it is (EPUB OCF 3.3, 4.3).
    { path: 'mimetype', content: 'application/epub+zip' },
    { path: 'META-INF/container.xml', content: container },
    { path: 'EPUB/package.opf', content: toPackageDocument(chapters, entries, volume, title, name, order) },
    { path: 'EPUB/nav.xhtml', content: toNavigation(chapters, volume, title, order) },
    { path: 'EPUB/style.css', content: style },
    ...chapters.map(({ href, entry, script }) => ({
      path: `EPUB/${href}`,
      content: toEpubPage(entry, volume, script),
    })),
  ];
}

const container = writeXml(
  block(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    block(
      'rootfiles',
      {},
      element('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  ),
);

function toPackageDocument(
  chapters: readonly Chapter[],
  entries: readonly Entry[],
  { collection, toAddress }: Volume,
  title: string,
  name: string,
  order: readonly Script[],
): string {
  const meta = (property: string, value: string) => element('meta', { property }, value);
  const responsible =
    entries.length > 1
      ? []
      : entries.flatMap(({ document }) => [...(document.bodies ?? []), ...(document.persons ?? [])]);
  // What the editor writes is in one language, what is published in its own.
  const editor = { 'xml:lang': 'zh-Hans-CN' };
  const [only] = entries;
  const titleLanguage = only && entries.length === 1 ? only.document.lang : 'zh-Hans-CN';
  const sources = new Map(entries.map(({ source }) => [source.id, source]));
  const address = toAddress('/');
  const say = sayIn(order[0] ?? 'hans');
  return writeXml(
    block(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': pageLanguage(order[0] ?? 'hans'),
      },
      block(
        'metadata',
        { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
        element('dc:identifier', { id: 'id' }, toUrn(`${collection.title} epub ${name}`)),
        element('dc:title', { 'xml:lang': titleLanguage }, title),
        ...order.map((script) => element('dc:language', {}, pageLanguage(script))),
        ...responsible.map((creator) => element('dc:creator', { 'xml:lang': titleLanguage }, creator)),
        element('dc:publisher', editor, collection.title),
        element('dc:date', {}, collection.edition),
        ...[...sources.values()].map((source) =>
          element('dc:source', editor, `${source.name}（${source.id}，SHA-256 ${source.sha256}）`),
        ),
        ...(address ? [element('dc:relation', {}, address)] : []),
        element('dc:rights', editor, collection.rights),
        meta('dcterms:modified', `${collection.edition}T00:00:00Z`),
        meta('schema:accessMode', 'textual'),
        meta('schema:accessModeSufficient', 'textual'),
        ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'unlocked'].map((feature) =>
          meta('schema:accessibilityFeature', feature),
        ),
        meta('schema:accessibilityHazard', 'none'),
        meta('schema:accessibilitySummary', say('accessibilitySummary')),
      ),
      block(
        'manifest',
        {},
        element('item', {
          id: 'nav',
          href: 'nav.xhtml',
          'media-type': 'application/xhtml+xml',
          properties: 'nav',
        }),
        element('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        ...chapters.map(({ id, href }) =>
          element('item', { id, href, 'media-type': 'application/xhtml+xml' }),
        ),
      ),
      block(
        'spine',
        {},
        ...['nav', ...chapters.map(({ id }) => id)].map((idref) => element('itemref', { idref })),
      ),
    ),
  );
}

/** The table of contents: a script, its documents, their sections. */
function toNavigation(
  chapters: readonly Chapter[],
  { convert }: Volume,
  title: string,
  order: readonly Script[],
): string {
  const link = (href: string, text: string, lang: string) =>
    element('a', { href, lang, 'xml:lang': lang }, text);
  const list = (items: readonly Node[]) => (items.length > 0 ? [block('ol', {}, ...items)] : []);
  const toItem = ({ href, script, entry: { document } }: Chapter): Node => {
    const lang = pageLanguage(script);
    const headings = document.blocks.filter(({ part }) => part === 'heading');
    return block(
      'li',
      {},
      link(href, convert(titleOf(document), document.lang, script), lang),
      ...list(
        headings.map(({ id, text }) =>
          element('li', {}, link(`${href}#${id}`, convert(text, document.lang, script), lang)),
        ),
      ),
    );
  };
  const first = order[0] ?? 'hans';
  const say = sayIn(first);
  const parts = order.map((script) => {
    const own = chapters.filter((chapter) => chapter.script === script);
    const name = sayIn(script)(script === 'hans' ? 'simplified' : 'traditional');
    const lang = pageLanguage(script);
    return block('li', {}, element('span', { lang, 'xml:lang': lang }, name), ...list(own.map(toItem)));
  });
  const text = chapters[0]?.href ?? '';
  return toXhtml(title, first, 'style.css', [
    block(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'contents' },
      element('h1', { id: 'contents' }, say('contents')),
      block('ol', {}, ...parts),
    ),
    block(
      'nav',
      { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': say('navigation') },
      block(
        'ol',
        {},
        element('li', {}, element('a', { 'epub:type': 'toc', href: '#toc' }, say('contents'))),
        element('li', {}, element('a', { 'epub:type': 'bodymatter', href: text }, title)),
      ),
    ),
  ]);
}

const style = `body { line-height: 1.8; }
h1 { font-size: 1.4em; line-height: 1.4; }
h2 { font-size: 1.1em; text-align: center; }
p { margin: 0 0 0.8em; text-align: justify; }
p[data-number]::before { content: attr(data-number) "\\2003"; font-size: 0.75em; opacity: 0.7; }
.signature { text-align: end; }
.view, .gap, .colophon, aside { font-size: 0.9em; }
.gap { border-inline-start: 3px solid currentColor; padding-inline-start: 0.6em; }
aside { margin-block: 0.6em; }
dt { font-weight: bold; }
dd { margin-inline-start: 1em; overflow-wrap: anywhere; }
`;
