import type { Element } from 'xast';
import type { DocumentBlock } from '../../schemas/document.ts';
import type { Difference } from '../../schemas/relations-data.ts';
import { paragraphBreak } from '../relate/changes.ts';
import { blockOf, readPlace } from '../relate/collate.ts';
import type { SourceLine } from './to-source-lines.ts';
import { type Entry, groupBySection, listPassages, type Passage } from './volume.ts';
import { block, element, type Node } from './xml.ts';

export const teiNamespace = 'http://www.tei-c.org/ns/1.0';

/** Names of elements by their ids; `prefix` keeps those of several documents in one file apart. */
export interface TeiNames {
  readonly prefix: string;
}

/** The siglum of a witness of the text. */
export const toSiglum = (slug: string, { prefix }: TeiNames) => `${prefix}wit.${slug}`;

/** The text of a document: sections as divisions, and an apparatus for what differs across paragraphs. */
export function toTeiText(entry: Entry, names: TeiNames): Element {
  const { document } = entry;
  const passages = listPassages(document);
  const isBack = ({ block: { part } }: Passage) => part === 'caption';
  const captions = passages.filter(isBack);
  const back = [
    ...captions.map((passage) => block('div', { type: 'caption' }, ...toTeiBlocks(passage, entry, names))),
    ...toApparatus(entry, names),
  ];
  const sections = toTeiSections(entry, names);
  return block(
    'text',
    { 'xml:lang': document.lang },
    block('body', {}, ...sections.flatMap(({ nodes }) => nodes)),
    ...(back.length > 0 ? [block('back', {}, ...back)] : []),
  );
}

/** A part of the body, in order: a section by its id, or what stands in none. */
export interface TeiSection {
  readonly id: string | null;
  readonly nodes: readonly Node[];
}

export function toTeiSections(entry: Entry, names: TeiNames): TeiSection[] {
  const passages = listPassages(entry.document).filter(({ block: { part } }) => part !== 'caption');
  return groupBySection(passages).map(({ section, passages: own }) => {
    const nodes = own.flatMap((passage) => toTeiBlocks(passage, entry, names));
    if (section === null) return { id: null, nodes };
    const id = `s${section}`;
    const division = { type: 'section', n: String(section), 'xml:id': names.prefix + id };
    return { id, nodes: [block('div', division, ...nodes)] };
  });
}

/** A block, and what is missing after it. */
export function toTeiBlocks(passage: Passage, entry: Entry, names: TeiNames): Node[] {
  return [
    toTeiBlock(passage, entry, names),
    ...passage.gaps.map(({ reason, extent }) =>
      element('gap', { extent }, element('desc', { 'xml:lang': 'zh-Hans-CN' }, reason)),
    ),
  ];
}

const elements: Readonly<Record<DocumentBlock['part'], string>> = {
  title: 'head',
  heading: 'head',
  dateline: 'dateline',
  paragraph: 'p',
  signature: 'signed',
  caption: 'p',
};

function toTeiBlock(passage: Passage, entry: Entry, names: TeiNames): Node {
  const { id, part, text } = passage.block;
  // A section has the id that its heading is known by: two elements cannot have it.
  const attributes = part === 'heading' ? { n: id } : { 'xml:id': names.prefix + id, n: id };
  const lines = entry.lines.get(id) ?? [];
  const node = element(
    elements[part],
    attributes,
    ...toTeiContent(text, toMarks(passage, entry, names), lines),
  );
  return part === 'signature' ? element('closer', {}, node) : node;
}

/** A stretch of a block's text (code points) that stands in an element of its own. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly write: (content: readonly Node[]) => readonly Node[];
}

/** Suspected misprints, and what a witness has instead of a stretch of this very block. */
function toMarks({ block: { id }, notes }: Passage, entry: Entry, names: TeiNames): Mark[] {
  const misprints = notes.map(
    ({ from, to, likely, reason }): Mark => ({
      from,
      to,
      write: (content) => [
        element('choice', {}, element('sic', {}, ...content), element('corr', {}, likely)),
        element('note', { type: 'editorial', 'xml:lang': 'zh-Hans-CN' }, reason),
      ],
    }),
  );
  const differences = entry.collations.flatMap(({ witness, differences: all }) =>
    all
      .filter((difference) => blockInside(difference) === id && isApart(difference, notes))
      .map(
        (difference): Mark => ({
          from: readPlace(difference.base.from).offset,
          to: readPlace(difference.base.to).offset,
          write: (content) => [
            element(
              'app',
              { type: difference.kind },
              element('lem', { wit: `#${toSiglum(entry.document.slug, names)}` }, ...content),
              element('rdg', { wit: `#${toSiglum(witness, names)}` }, ...toReading(difference.witness.text)),
            ),
          ],
        }),
      ),
  );
  return [...misprints, ...differences].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The block that a difference lies within, if it does. */
function blockInside({ base }: Difference): string | undefined {
  const [from, to] = [readPlace(base.from), readPlace(base.to)];
  return from.at === to.at && !/^s\d+$/.test(from.at) ? from.at : undefined;
}

/** Whether a difference shares nothing with a misprint: marks must not overlap. */
function isApart({ base }: Difference, notes: Passage['notes']): boolean {
  const [from, to] = [readPlace(base.from).offset, readPlace(base.to).offset];
  return notes.every((note) => note.to <= from || note.from >= to);
}

function toReading(text: string): (Node | string)[] {
  return text
    .split(paragraphBreak)
    .flatMap((part, index) => [...(index > 0 ? [element('milestone', { unit: 'paragraph' })] : []), part])
    .filter((part) => part !== '');
}

/** What differs across blocks, in a heading, or where a misprint is: an apparatus at the end, by place. */
function toApparatus(entry: Entry, names: TeiNames): Node[] {
  const isInline = (difference: Difference) => {
    const id = blockInside(difference);
    return (
      id !== undefined &&
      isApart(
        difference,
        entry.document.notes.filter(({ at }) => at === id),
      )
    );
  };
  return entry.collations.flatMap(({ witness, differences }) => {
    const apart = differences.filter((difference) => !isInline(difference));
    if (apart.length === 0) return [];
    const list = block(
      'listApp',
      {},
      ...apart.map((difference) => {
        const { base, kind } = difference;
        const place = (at: string) => `#${names.prefix}${readPlace(at).at}`;
        return element(
          'app',
          {
            type: kind,
            from: place(base.from),
            to: place(base.to),
            loc: `${base.from} ${base.to}`,
            n: blockOf(base),
          },
          element('lem', { wit: `#${toSiglum(entry.document.slug, names)}` }, ...toReading(base.text)),
          element('rdg', { wit: `#${toSiglum(witness, names)}` }, ...toReading(difference.witness.text)),
        );
      }),
    );
    return [block('div', { type: 'apparatus' }, list)];
  });
}

/** A text with its marks, printed line breaks, and a milestone where it goes on in another line of its source. */
function toTeiContent(text: string, marks: readonly Mark[], lines: readonly SourceLine[]): Node[] {
  const characters = Array.from(text);
  const write = (from: number, to: number): Node[] => {
    const nodes: Node[] = [];
    let at = from;
    const addText = (end: number) => {
      const parts = characters.slice(at, end).join('').split('\n');
      for (const [index, part] of parts.entries()) {
        if (index > 0) nodes.push(element('lb', {}));
        if (part !== '') nodes.push({ type: 'text', value: part });
      }
      at = end;
    };
    for (const line of lines)
      if (line.at >= from && line.at < to) {
        addText(line.at);
        nodes.push(element('milestone', { unit: 'line', n: String(line.line), ed: 'source' }));
      }
    addText(to);
    return nodes;
  };
  const nodes: Node[] = [];
  let at = 0;
  for (const mark of marks) {
    nodes.push(...write(at, mark.from), ...mark.write(write(mark.from, mark.to)));
    at = mark.to;
  }
  return [...nodes, ...write(at, characters.length)];
}
