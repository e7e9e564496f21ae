import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { Decided } from '../../schemas/relations-data.ts';
import { idOf, slugOf } from '../document/block-address.ts';
import { numberOfId, partOfId, sectionOfId } from '../document/block-id.ts';
import { once } from '../once.ts';
import type { Convert } from '../script/create-converter.ts';
import { type Script, scriptOf, textLanguage } from '../script/scripts.ts';
import { wholeFold } from '../search/whole-fold.ts';
import { toOneLine } from '../text/to-one-line.ts';
import type { Addresses } from './addresses.ts';
import { type Say, sayIn } from './interface-text.ts';
import { partNames } from './part-names.ts';
import { titleOf } from './summarise.ts';

/** A document as pages of relations name it. */
export interface NamedDocument {
  readonly slug: string;
  readonly title: string;
  /** Where there is no room for the title. */
  readonly name: string;
  readonly href: string;
  readonly lang: string;
  readonly isConverted: boolean;
  readonly document: Document;
}

/** A block of a document as pages of relations show it. */
export interface NamedBlock {
  readonly slug: string;
  readonly id: string;
  /** `5.3`, 标题 */
  readonly label: string;
  readonly href: string;
  readonly lang: string;
  /** One a character, in the page's script: places in the published text are places here. */
  readonly characters: readonly string[];
  /** The same folded in one script, to compare. */
  readonly folded: readonly string[];
}

/** The documents and blocks of a collection in one script. */
export interface CollectionTexts {
  readonly say: Say;
  readonly script: Script;
  readonly addresses: Addresses;
  /** @throws Error for one that is not in the collection. */
  document(slug: string): NamedDocument;
  /** By `slug#id`. @throws Error for one that is not in the collection. */
  block(address: string): NamedBlock;
  blocks(slug: string): readonly NamedBlock[];
  /** An editor's words, or a reading of a document, in the page's script. */
  convert(text: string, slug?: string): string;
}

export function createCollectionTexts(
  documents: readonly Document[],
  collection: Collection,
  script: Script,
  convert: Convert,
  addresses: Addresses,
): CollectionTexts {
  const say = sayIn(script);
  const named = new Map(
    documents.map((document): [string, NamedDocument] => {
      const { slug, lang } = document;
      const title = convert(titleOf(document), lang, script);
      const short = collection.shortNames[slug];
      return [
        slug,
        {
          slug,
          title,
          name: short ? convert(short, 'zh-Hans-CN', script) : title,
          href: addresses.document(script, slug),
          lang: textLanguage(lang, script),
          isConverted: scriptOf(lang) !== script,
          document,
        },
      ];
    }),
  );
  // Of a large collection few blocks are asked for, and of most of those only what they are called.
  const bySlug = new Map<string, ReadonlyMap<string, NamedBlock>>();
  const blocksOf = (slug: string): ReadonlyMap<string, NamedBlock> => {
    const known = bySlug.get(slug);
    if (known) return known;
    const document = named.get(slug)?.document;
    const blocks = new Map(document?.blocks.map((block) => [block.id, nameBlock(document, block)]));
    bySlug.set(slug, blocks);
    return blocks;
  };
  const nameBlock = ({ slug, lang }: Document, { id, text }: Document['blocks'][number]): NamedBlock => {
    const line = toOneLine(text);
    const characters = once(() => Array.from(convert(line, lang, script)));
    const folded = once(() => Array.from(wholeFold(convert(line, lang, 'hans'))));
    return {
      slug,
      id,
      label: labelOf(id, say),
      href: addresses.document(script, slug, id),
      lang: textLanguage(lang, script),
      get characters() {
        return characters();
      },
      get folded() {
        return folded();
      },
    };
  };
  const find = <Value>(map: ReadonlyMap<string, Value>, key: string): Value => {
    const found = map.get(key);
    if (!found) throw new Error(`No ${key} in the collection: run \`npm run relate\`.`);
    return found;
  };
  return {
    say,
    script,
    addresses,
    document: (slug) => find(named, slug),
    block: (address) => find(blocksOf(slugOf(address)), idOf(address)),
    blocks: (slug) => [...blocksOf(slug).values()],
    convert: (text, slug) => convert(text, slug ? find(named, slug).document.lang : 'zh-Hans-CN', script),
  };
}

/** What an editor has decided on a link, in words. */
export function describeDecision(decided: Decided, { say, convert }: CollectionTexts): string | undefined {
  return (
    decided &&
    `${say(decided.how === 'added' ? 'addedByEditor' : 'confirmedByEditor')}：${convert(decided.reason)}`
  );
}

/** What a block is called: its number, or its part. */
function labelOf(id: string, say: Say): string {
  const number = numberOfId(id);
  if (number) return number;
  const part = partOfId(id);
  if (part === 'heading') return `${say('partHeading')} ${sectionOfId(id)}`;
  const [, count] = /-(\d+)$/.exec(id) ?? [];
  return part === 'paragraph' ? id : `${say(partNames[part])}${count ? ` ${count}` : ''}`;
}
