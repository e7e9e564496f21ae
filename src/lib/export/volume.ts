import type { Collection } from '../../schemas/collection.ts';
import type { DocumentData, IndexData } from '../../schemas/data.ts';
import type { Document, DocumentBlock, Gap, Note } from '../../schemas/document.ts';
import type { Collation, RelationsData } from '../../schemas/relations-data.ts';
import { addressesUnder } from '../reader/addresses.ts';
import type { Convert } from '../script/create-converter.ts';
import { type Script, scriptOf } from '../script/scripts.ts';
import type { SourceLine } from './to-source-lines.ts';

/** A collection as it is taken away: what every format is made of. */
export interface Volume {
  readonly collection: Collection;
  readonly entries: readonly Entry[];
  readonly relations: RelationsData;
  readonly index: IndexData;
  readonly convert: Convert;
  /** A page's own address, where the site knows it. */
  readonly toAddress: (path: string) => string | undefined;
}

/** A document with what it was read from. */
export interface Entry {
  readonly document: Document;
  readonly data: DocumentData;
  readonly source: IndexData['sources'][number];
  /** Where each block (by id) goes on in another line of the source. */
  readonly lines: ReadonlyMap<string, readonly SourceLine[]>;
  /** Its witnesses, difference by difference. */
  readonly collations: readonly Collation[];
}

/** A block with what an editor says of it. */
export interface Passage {
  readonly block: DocumentBlock;
  readonly notes: readonly Note[];
  /** What is missing after it. */
  readonly gaps: readonly Gap[];
}

/** The blocks of a document in the order of the text. */
export function listPassages({ blocks, notes, gaps }: Document): Passage[] {
  return blocks.map((block) => ({
    block,
    notes: notes.filter(({ at }) => at === block.id),
    gaps: gaps.filter(({ after }) => after === block.id),
  }));
}

/** Passages that stand in a section together, or in none; the heading is its section's first. */
export interface PassageGroup {
  readonly section: number | null;
  readonly passages: readonly Passage[];
}

/** Passages by their sections, in order. What is no paragraph and no heading stands in none. */
export function groupBySection(passages: readonly Passage[]): PassageGroup[] {
  const groups: { section: number | null; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const { part, section } = passage.block;
    const own = part === 'paragraph' || part === 'heading' ? section : null;
    const last = groups.at(-1);
    if (last && last.section === own) last.passages.push(passage);
    else groups.push({ section: own, passages: [passage] });
  }
  return groups;
}

/** The site's page of a document in a script, or of a block of it, where the site knows its own address. */
export function documentAddress(
  { toAddress }: Pick<Volume, 'toAddress'>,
  { document }: Pick<Entry, 'document'>,
  script = scriptOf(document.lang),
  id?: string,
): string | undefined {
  return toAddress(addressesUnder('/').document(script, document.slug, id));
}

/** The script of the published text. */
export function scriptOfEntry({ document }: Pick<Entry, 'document'>): Script {
  return scriptOf(document.lang);
}
