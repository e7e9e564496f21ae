import type { Collection } from '../../schemas/collection.ts';
import type { DocumentData } from '../../schemas/data.ts';
import type { Document, DocumentBlock } from '../../schemas/document.ts';
import type { BlockSource } from '../reader/block-sources.ts';
import { titleBlock } from '../reader/summarise.ts';

/**
 * A document as `/data/<slug>.json` has it. Blocks other than paragraphs stand in `front` or `back` by where they
 * are printed, so that front, sections and back in this order are the text.
 */
export function toDocumentData(
  document: Document,
  places: ReadonlyMap<string, readonly BlockSource[]>,
  { edition, rights }: Pick<Collection, 'edition' | 'rights'>,
): DocumentData {
  const { slug, kind, lang, date, dateBasis, source, sha256, blocks, gaps, notes } = document;
  const { bodies = [], persons = [], origin = null } = document;
  const placesOf = (id: string) => [...(places.get(`${slug}#${id}`) ?? [])];
  const toBlock = ({ id, text }: DocumentBlock) => ({ id, text, source: placesOf(id) });

  const title = titleBlock(document);
  const isText = ({ part }: DocumentBlock) => part === 'paragraph' || part === 'heading';
  const first = blocks.findIndex(isText);
  const around = (isBefore: boolean) =>
    blocks
      .filter((block, index) => block !== title && !isText(block) && index < first === isBefore)
      .map(toBlock);

  return {
    slug,
    kind,
    lang,
    title: title?.text ?? '',
    date,
    dateBasis,
    source,
    edition,
    sourceSha256: sha256,
    rights,
    bodies,
    persons,
    origin,
    titleSource: title ? placesOf(title.id) : [],
    front: around(true),
    sections: toSections(blocks.filter(isText), toBlock),
    back: around(false),
    gaps,
    notes,
  };
}

function toSections(
  blocks: readonly DocumentBlock[],
  toBlock: (block: DocumentBlock) => DocumentData['front'][number],
): DocumentData['sections'] {
  const sections: DocumentData['sections'] = [];
  let current: number | null = -1;
  for (const block of blocks) {
    if (sections.length === 0 || (block.section ?? 0) > (current ?? 0)) {
      current = block.section;
      sections.push({ id: current === null ? null : `s${current}`, heading: null, paragraphs: [] });
    }
    const section = sections.at(-1);
    if (block.part === 'heading') Object.assign(section ?? {}, { heading: block.text });
    else section?.paragraphs.push(toBlock(block));
  }
  return sections;
}
