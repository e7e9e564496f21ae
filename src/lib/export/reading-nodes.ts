import { numberOfId } from '../document/block-id.ts';
import { sayIn } from '../reader/interface-text.ts';
import { type Script, scriptOf, textLanguage } from '../script/scripts.ts';
import { toColophon } from './to-colophon.ts';
import { type Entry, groupBySection, listPassages, type Passage, type Volume } from './volume.ts';
import { block, element, type Node } from './xml.ts';

/** How ids and links of a document are written where it is read. */
export interface ReadingNames {
  /** What an id is in this file: the site's own, or with a name before it where several documents are in one. */
  readonly toId: (id: string) => string;
  /** Attributes that say what an element is in the words of the format, besides its role. */
  readonly typed: (type: string) => Record<string, string>;
  /** Whether the document has its file to itself. */
  readonly isAlone: boolean;
}

/**
 * A document in a script, for formats that are read: the text with the site's ids, what an editor says of it as
 * footnotes, what is missing in its place, and what is known of it at the end.
 */
export function toReadingNodes(entry: Entry, volume: Volume, script: Script, names: ReadingNames): Node[] {
  const { document } = entry;
  const { convert } = volume;
  const say = sayIn(script);
  const isConverted = scriptOf(document.lang) !== script;
  const passages = listPassages(document);
  const toBlock = createBlockWriter(entry, volume, script, names);
  const isTitle = ({ block: { part } }: Passage) => part === 'title';
  const notes = document.notes.map(({ at, from, to, likely, reason }, index) => {
    const number = String(index + 1);
    const text = document.blocks.find(({ id }) => id === at)?.text ?? '';
    // As they stand in their paragraph: how a character is converted depends on those around it.
    const was = Array.from(convert(text, document.lang, script))
      .slice(from, to)
      .join('');
    const is = convert(likely, document.lang, script);
    const link = {
      role: 'doc-backlink',
      href: `#${names.toId(`ref-${number}`)}`,
      'aria-label': `${say('backToText')} ${number}`,
    };
    return block(
      'aside',
      { ...names.typed('footnote'), role: 'doc-footnote', id: names.toId(`note-${number}`) },
      element(
        'p',
        {},
        element('a', link, number),
        ` 〔${say('note')}〕${was} → ${is}：${convert(reason, 'zh-Hans-CN', script)}`,
      ),
    );
  });
  return [
    ...passages.filter(isTitle).flatMap(toBlock),
    element('p', { class: 'view' }, say(isConverted ? 'convertedNotice' : 'publishedNotice')),
    ...toSections(
      passages.filter((passage) => !isTitle(passage)),
      toBlock,
      names,
    ),
    ...notes,
    block(
      'section',
      {
        class: 'colophon',
        ...names.typed('colophon'),
        ...(names.isAlone && { role: 'doc-colophon', 'aria-labelledby': names.toId('colophon') }),
      },
      element('h2', { id: names.toId('colophon') }, say('colophon')),
      block(
        'dl',
        {},
        ...toColophon(entry, volume, script).flatMap(({ key, value }) => [
          element('dt', {}, key),
          element('dd', {}, value),
        ]),
      ),
    ),
  ];
}

/** A function that writes a block, and what is missing after it. */
function createBlockWriter({ document }: Entry, { convert }: Volume, script: Script, names: ReadingNames) {
  const say = sayIn(script);
  const lang = textLanguage(document.lang, script);
  const edit = (text: string) => convert(text, 'zh-Hans-CN', script);
  const toReference = (number: string) =>
    element(
      'sup',
      {},
      element(
        'a',
        {
          ...names.typed('noteref'),
          role: 'doc-noteref',
          id: names.toId(`ref-${number}`),
          href: `#${names.toId(`note-${number}`)}`,
        },
        number,
      ),
    );
  const toContent = ({ block: { text }, notes }: Passage): (Node | string)[] => {
    // As a whole: how a character is converted depends on those around it.
    const shown = Array.from(convert(text, document.lang, script));
    const nodes: (Node | string)[] = [];
    let at = 0;
    const add = (to: number) => {
      for (const [index, line] of shown.slice(at, to).join('').split('\n').entries())
        nodes.push(...(index > 0 ? [element('br', {})] : []), line);
      at = to;
    };
    for (const note of [...notes].sort((a, b) => a.to - b.to)) {
      add(note.to);
      nodes.push(toReference(String(document.notes.indexOf(note) + 1)));
    }
    add(shown.length);
    return nodes.filter((node) => node !== '');
  };
  return (passage: Passage): Node[] => {
    const { id, part } = passage.block;
    const name = part === 'title' ? 'h1' : part === 'heading' ? 'h2' : 'p';
    const known = name === 'p' ? { class: part, 'data-number': numberOfId(id) ?? undefined } : {};
    return [
      element(name, { id: names.toId(id), lang, 'xml:lang': lang, ...known }, ...toContent(passage)),
      ...passage.gaps.map(({ extent, reason }) =>
        element(
          'p',
          { class: 'gap', role: 'note' },
          `〔${say('gap')}${extent ? `·${edit(extent)}` : ''}〕${edit(reason)}`,
        ),
      ),
    ];
  };
}

/** Each section that has a heading in an element of its own. */
function toSections(
  passages: readonly Passage[],
  toBlock: (passage: Passage) => Node[],
  { toId, isAlone }: ReadingNames,
): Node[] {
  return groupBySection(passages).flatMap(({ passages: own }) => {
    const nodes = own.flatMap(toBlock);
    const heading = own.find(({ block: { part } }) => part === 'heading');
    if (!heading) return nodes;
    // A name makes it a landmark, and one page has one landmark of a name.
    return [block('section', isAlone ? { 'aria-labelledby': toId(heading.block.id) } : {}, ...nodes)];
  });
}
