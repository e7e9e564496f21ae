import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { EditionsData } from '../../schemas/editions.ts';
import { describePlace } from '../cite/describe-place.ts';
import { files } from '../cite/formats.ts';
import type { DocumentPermalinks } from '../import/name-blocks.ts';
import type { Convert } from '../script/create-converter.ts';
import { isOneToMany } from '../script/dictionaries.ts';
import { type Script, scriptOf, textLanguage } from '../script/scripts.ts';
import { toPublishedMap } from '../script/to-published-map.ts';
import { toCodes } from '../text/codes.ts';
import type { Addresses } from './addresses.ts';
import { type BlockSource, describeLines } from './block-sources.ts';
import { type ContentsEntry, hasSections, toContents } from './contents.ts';
import type { DataAddresses } from './data-addresses.ts';
import { describeDate } from './describe-date.ts';
import { describeChanges } from './describe-edition.ts';
import type { Fact } from './fact.ts';
import { sayIn } from './interface-text.ts';
import type { BlockTools } from './plugins/dress-blocks.ts';
import { renderDocument } from './render-document.ts';
import { fillWords } from './search-text.ts';
import { describeExtent, titleBlock, titleOf } from './summarise.ts';
import type { Backlink } from './to-backlinks.ts';
import { partWords } from './to-citations-page.ts';

export interface ReaderPage {
  readonly title: string;
  readonly description: string;
  /** The `<h1>` and the text, as HTML. */
  readonly titleHtml: string;
  readonly textHtml: string;
  /**
   * Where the page's script draws what stands beside the text: the address of a block in the source view, but for the
   * block's id at its end.
   */
  readonly beside: string | undefined;
  /** In a converted view: the way back to the published text; undefined where this is it. */
  readonly converted: ConvertedView | undefined;
  readonly facts: readonly Fact[];
  /** What a reader must know of the source. */
  readonly aboutSource: string;
  readonly contents: readonly ContentsEntry[];
  /** What each edition changed in the document, the newest first. */
  readonly history: readonly { readonly edition: string; readonly changes: string }[];
  /** Ids that are no longer in the text, with where their text went. */
  readonly retired: readonly { readonly id: string; readonly movedTo: readonly string[] }[];
  readonly previous: Neighbour | undefined;
  readonly next: Neighbour | undefined;
}

export interface ConvertedView {
  /** See `toPublishedMap`. */
  readonly pairs: string;
  /** Published characters of this page for which the conversion chose among several. */
  readonly choices: string;
  /** The language tag of the published text. */
  readonly lang: string;
}

export interface Neighbour {
  readonly href: string;
  readonly title: string;
  readonly lang: string;
}

export interface ReaderInput {
  readonly document: Document;
  /** The markdown without front matter. */
  readonly body: string;
  readonly collection: Collection;
  readonly sourceName: string;
  readonly sourceDescription: string;
  readonly permalinks: DocumentPermalinks;
  readonly editions: EditionsData;
  readonly places: ReadonlyMap<string, readonly BlockSource[]>;
  /** What relates to each block: see `toBacklinks`. */
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** The documents before and after it. */
  readonly previous: Document | undefined;
  readonly next: Document | undefined;
  readonly script: Script;
  readonly addresses: Addresses & DataAddresses;
  readonly convert: Convert;
  /** Whether the page has what stands beside the text: in a large collection its script draws that. */
  readonly isFull: boolean;
}

/** All that a document's page shows, in one script. */
export function toReaderPage(input: ReaderInput): ReaderPage {
  const { document, script, addresses, collection } = input;
  const say = sayIn(script);
  const convert = (text: string) => input.convert(text, document.lang, script);
  const convertEditor = (text: string) => input.convert(text, 'zh-Hans-CN', script);
  const isConverted = scriptOf(document.lang) !== script;
  const map = toPublishedMap(
    document.blocks.map(({ id, text }) => ({ id, published: text, shown: convert(text) })),
  );
  const html = renderDocument(input.body, {
    exceptions: map.exceptions,
    say,
    convert,
    convertEditor,
    lang: textLanguage(document.lang, script),
    related: (id) =>
      relationNames.flatMap(([kind, name]) => {
        const links = (input.backlinks.get(id) ?? [])
          .filter((link) => link.kind === kind)
          .map(({ href, label, count }) => ({
            href,
            label: count > 1 ? `${label}（${count}）` : label,
            count,
          }));
        return links.length > 0 ? [{ kind, kindName: say(name), links }] : [];
      }),
    nameOf: (id) => describePlace({ from: { id }, to: { id } }, 'zh', partWords(say)),
    tools: input.isFull ? toBlockTools(input) : undefined,
  });
  const title = convert(titleOf(document));
  const kind = convertEditor(collection.kinds[document.kind] ?? document.kind);
  const extent = describeExtent(document, say);

  return {
    title,
    description: `${kind} · ${extent}`,
    titleHtml: html.title,
    textHtml: html.text,
    beside: input.isFull ? undefined : addresses.source(script, document.source, `${document.slug}.`),
    converted: isConverted
      ? { pairs: map.pairs, choices: listChoices(document, script), lang: document.lang }
      : undefined,
    facts: [
      { term: say('kind'), value: kind },
      { term: say('date'), value: describeDate(document.date, document.dateBasis, say) },
      {
        term: say('language'),
        value: `${say(scriptOf(document.lang) === 'hans' ? 'simplified' : 'traditional')}（${document.lang}）`,
      },
      {
        term: say('source'),
        value: convertEditor(input.sourceName),
        href: addresses.source(script, document.source, `${document.slug}.${titleBlock(document)?.id}`),
      },
      { term: say('extent'), value: extent },
      toCiteFact(input),
      { term: say('data'), value: 'JSON', href: addresses.documentData(document.slug) },
    ],
    aboutSource: convertEditor(input.sourceDescription),
    // Paragraphs one after the other a script can list, too.
    contents:
      input.isFull || hasSections(document)
        ? toContents(document, convert, say, (id) =>
            (input.backlinks.get(id) ?? []).reduce((sum, { count }) => sum + count, 0),
          )
        : [],
    history: input.editions.editions.flatMap(({ edition, documents }) => {
      const changes = documents[document.slug];
      return changes ? [{ edition, changes: describeChanges(changes, say) }] : [];
    }),
    retired: Object.entries(input.permalinks).flatMap(([id, { movedTo }]) =>
      movedTo ? [{ id, movedTo }] : [],
    ),
    previous: toNeighbour(input.previous, input),
    next: toNeighbour(input.next, input),
  };
}

/** The small links of each block: where it stands in the source, how it is cited, its published form. */
function toBlockTools({ document, script, addresses, places }: ReaderInput): BlockTools {
  const say = sayIn(script);
  return {
    cite: (id) => {
      const place = describePlace({ from: { id }, to: { id } }, 'zh', partWords(say));
      return {
        href: addresses.citations(script, document.slug, id),
        label: fillWords(say('citeParagraph'), { place }),
        mark: say('citeShort'),
      };
    },
    place: (id) => {
      const stretches = places.get(`${document.slug}#${id}`);
      return (
        stretches && {
          href: addresses.source(script, document.source, `${document.slug}.${id}`),
          label: `${say('toSource')}：${say('lineBefore')}${describeLines(stretches)}${say('line')}`,
          mark: say('sourceShort'),
        }
      );
    },
    showPublished: scriptOf(document.lang) === script ? undefined : say('showPublished'),
  };
}

/** How the document is cited: its page of citations, or, where it has none, a file for reference managers. */
function toCiteFact({ document: { slug }, script, addresses, isFull }: ReaderInput): Fact {
  const say = sayIn(script);
  const file = addresses.citationFile(slug, files.bibtex.extension);
  return {
    term: say('cite'),
    value: isFull ? say('citeFormats') : 'BibTeX',
    href: isFull ? addresses.citations(script, slug) : file,
    cite: {
      id: 'title',
      value: say('citeTitle'),
      href: isFull ? addresses.citations(script, slug, 'title') : file,
    },
  };
}

/** Kinds of relations in the order in which they stand beside a block. */
const relationNames = [
  ['parallel', 'relationParallel'],
  ['quoted', 'relationQuoted'],
  ['quotation', 'relationQuotation'],
  ['difference', 'relationDifference'],
] as const;

/** The characters of a document that may become one of several in a script, each once. */
function listChoices({ blocks }: Document, script: Script): string {
  const seen = new Set<number>();
  for (const { text } of blocks) for (const code of toCodes(text)) seen.add(code);
  return [...seen]
    .filter((code) => isOneToMany(code, script))
    .map((code) => String.fromCodePoint(code))
    .sort()
    .join('');
}

function toNeighbour(document: Document | undefined, input: ReaderInput): Neighbour | undefined {
  const { script, addresses, convert } = input;
  if (!document) return undefined;
  return {
    href: addresses.document(script, document.slug),
    title: convert(titleOf(document), document.lang, script),
    lang: textLanguage(document.lang, script),
  };
}
