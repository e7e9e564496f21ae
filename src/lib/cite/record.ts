import type { Collection } from '../../schemas/collection.ts';
import type { Document } from '../../schemas/document.ts';
import type { Language } from '../../schemas/names.ts';
import { sayIn } from '../reader/interface-text.ts';
import { titleOf } from '../reader/summarise.ts';
import type { Convert } from '../script/create-converter.ts';
import { type Script, scriptOf } from '../script/scripts.ts';

/** All that a citation of a document says, before it is put into any format. */
export interface CitationRecord {
  readonly slug: string;
  /** As published, on one line. */
  readonly title: string;
  readonly lang: Language;
  /** Persons are named as authors, and then bodies beside them; without persons, bodies are the authors. */
  readonly persons: readonly string[];
  readonly bodies: readonly string[];
  /** As the source states it: see `dateSchema`. */
  readonly date: string | null;
  /** 联合声明 */
  readonly kind: string;
  /** 据报纸版面的文字层（新华社莫斯科3月21日电） */
  readonly basis: string;
  /** The collection and its edition: 读本, 2026-11-21. */
  readonly collection: string;
  readonly edition: string;
  /** Of the published text, without a fragment; undefined where the site does not know its own address. */
  readonly address: string | undefined;
  /** The script of the document, and so of the whole citation: nothing in it is converted but the collection’s words. */
  readonly script: Script;
}

export interface RecordInput {
  readonly document: Document;
  readonly collection: Collection;
  /** A key of the collection’s `sourceKinds`. */
  readonly sourceKind: string;
  readonly convert: Convert;
  readonly address: string | undefined;
}

/** What a citation of a document says: of the document what its source says, of the collection its title and edition. */
export function toRecord({
  document,
  collection,
  sourceKind,
  convert,
  address,
}: RecordInput): CitationRecord {
  const script = scriptOf(document.lang);
  const say = sayIn(script);
  const editorial = (text: string) => convert(text, 'zh-Hans-CN', script);
  const { slug, lang, kind, date, persons = [], bodies = [], origin } = document;
  const carrier = editorial(collection.sourceKinds[sourceKind] ?? sourceKind);
  return {
    slug,
    title: titleOf(document),
    lang,
    persons,
    bodies,
    date,
    kind: editorial(collection.kinds[kind] ?? kind),
    basis: `${say('citeBasis')}${carrier}${origin ? `（${origin}）` : ''}`,
    collection: editorial(collection.title),
    edition: collection.edition,
    address,
    script,
  };
}

/** Authors, and bodies that stand beside them, by the rule of `CitationRecord`. */
export function listResponsible({ persons, bodies }: Pick<CitationRecord, 'persons' | 'bodies'>): {
  authors: readonly string[];
  beside: readonly string[];
} {
  return persons.length > 0 ? { authors: persons, beside: bodies } : { authors: bodies, beside: [] };
}

/** What a document is and where it is from, in words: 通訊社報道，中央社，據網頁（…）. */
export function describeRecord(record: CitationRecord): string {
  return [record.kind, ...listResponsible(record).beside, record.basis].join('，');
}
