import type { Element } from 'xast';
import type { DocumentBlock } from '../../schemas/document.ts';
import type { Difference } from '../../schemas/relations-data.ts';
import { paragraphBreak } from '../relate/changes.ts';
import { blockOf, readPlace } from '../relate/collate.ts';
import type { SourceLine } from './to-source-lines.ts';
import { type Entry, groupBySection, listPassages, type Passage } from './volume.ts';
import { block, element, type Node, textNode } from './xml.ts';

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

/** The sections of the body, in order, and what stands between them. */
export function toTeiSections(entry: Entry, names: TeiNames): TeiSection[] {
  const passages = listPassages(entry.document).filter(({ block: { part } }) => part !== 'caption');
  const opened = new Set<number>();
  return groupBySection(passages).map(({ section, passages: own }) => {
    const nodes = own.flatMap((passage) => toTeiBlocks(passage, entry, names));
    if (section === null) return { id: null, nodes };
    const id = `s${section}`;
    // Where something else stands in the middle of a section, what follows is no section of its own.
    const isFirst = !opened.has(section);
    opened.add(section);
    const division = {
      type: 'section',
      n: String(section),
      'xml:id': isFirst ? names.prefix + id : undefined,
    };
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

/** Suspected misprints, and what witnesses have instead of stretches of this very block. */
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
  const variants = planApparatus(entry)
    .inline.filter(({ at }) => at === id)
    .map(
      ({ from, to, readings }): Mark => ({
        from,
        to,
        write: (content) => [
          element(
            'app',
            {},
            element('lem', { wit: `#${toSiglum(entry.document.slug, names)}` }, ...content),
            ...readings.map((reading) => toRdg(reading, names)),
          ),
        ],
      }),
    );
  return [...misprints, ...variants].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** What a witness has in a place. */
interface Reading {
  readonly witness: string;
  readonly difference: Difference;
}

/** What witnesses have instead of one stretch of a block. */
interface Variant {
  readonly at: string;
  readonly from: number;
  readonly to: number;
  readonly readings: Reading[];
}

/** What differs, by where it is written. */
interface Apparatus {
  readonly inline: readonly Variant[];
  readonly apart: readonly Reading[];
}

/**
 * Which differences stand in the text, and which in an apparatus at its end: those that go across blocks, that are in a
 * heading's number, or that share characters with a misprint or with another difference, but are not of its stretch.
 */
function planApparatus(entry: Entry): Apparatus {
  const known = planned.get(entry);
  if (known) return known;
  const { document, collations } = entry;
  const inline: Variant[] = [];
  const apart: Reading[] = [];
  for (const { witness, differences } of collations)
    for (const difference of differences) {
      const [start, end] = [readPlace(difference.base.from), readPlace(difference.base.to)];
      const { at, offset: from } = start;
      const { offset: to } = end;
      const isIn = (each: { from: number; to: number }) =>
        from === to || each.from === each.to
          ? (from > each.from && from < each.to) || (each.from > from && each.from < to)
          : each.from < to && from < each.to;
      const here = inline.filter((variant) => variant.at === at);
      const same = here.find((variant) => variant.from === from && variant.to === to);
      const isInline =
        at === end.at &&
        !/^s\d+$/.test(at) &&
        ![
          ...document.notes.filter((note) => note.at === at),
          ...here.filter((variant) => variant !== same),
        ].some(isIn);
      if (!isInline) apart.push({ witness, difference });
      else if (same) same.readings.push({ witness, difference });
      else inline.push({ at, from, to, readings: [{ witness, difference }] });
    }
  const plan = { inline, apart };
  planned.set(entry, plan);
  return plan;
}
/** Every block asks for it: it is made once a document. */
const planned = new WeakMap<Entry, Apparatus>();

function toRdg({ witness, difference }: Reading, names: TeiNames): Node {
  const attributes = { type: difference.kind, wit: `#${toSiglum(witness, names)}` };
  return element('rdg', attributes, ...toReading(difference.witness.text));
}

function toReading(text: string): (Node | string)[] {
  return text
    .split(paragraphBreak)
    .flatMap((part, index) => [...(index > 0 ? [element('milestone', { unit: 'paragraph' })] : []), part])
    .filter((part) => part !== '');
}

/** The apparatus at the end of the text, by place. */
function toApparatus(entry: Entry, names: TeiNames): Node[] {
  const { apart } = planApparatus(entry);
  if (apart.length === 0) return [];
  const place = (at: string) => `#${names.prefix}${readPlace(at).at}`;
  const list = apart.map((reading) => {
    const { base } = reading.difference;
    return element(
      'app',
      { from: place(base.from), to: place(base.to), loc: `${base.from} ${base.to}`, n: blockOf(base) },
      element('lem', { wit: `#${toSiglum(entry.document.slug, names)}` }, ...toReading(base.text)),
      toRdg(reading, names),
    );
  });
  return [block('div', { type: 'apparatus' }, block('listApp', {}, ...list))];
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
        if (part !== '') nodes.push(textNode(part));
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
    if (mark.from < at)
      throw new Error(`Unexpected marks that overlap at ${mark.from} of ${text}, expected them apart.`);
    nodes.push(...write(at, mark.from), ...mark.write(write(mark.from, mark.to)));
    at = mark.to;
  }
  return [...nodes, ...write(at, characters.length)];
}
