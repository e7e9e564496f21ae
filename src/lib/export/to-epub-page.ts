import { numberOfId } from '../document/block-id.ts';
import { sayIn } from '../reader/interface-text.ts';
import { titleOf } from '../reader/summarise.ts';
import { type Script, scriptOf, textLanguage } from '../script/scripts.ts';
import { toColophon } from './to-colophon.ts';
import { toXhtml } from './to-xhtml.ts';
import { type Entry, listPassages, type Passage, type Volume } from './volume.ts';
import { block, element, type Node } from './xml.ts';

/** A document in a script as a page of an EPUB. Ids are the site's; what an editor says is a footnote. */
export function toEpubPage(entry: Entry, volume: Volume, script: Script): string {
  const { document } = entry;
  const { convert } = volume;
  const say = sayIn(script);
  const lang = textLanguage(document.lang, script);
  const isConverted = scriptOf(document.lang) !== script;
  const passages = listPassages(document);
  const numbers = new Map(document.notes.map((note, index) => [note, index + 1]));
  const edit = (text: string) => convert(text, 'zh-Hans-CN', script);

  const toContent = ({ block: { text }, notes }: Passage): (Node | string)[] => {
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
      const number = String(numbers.get(note));
      const link = {
        'epub:type': 'noteref',
        role: 'doc-noteref',
        id: `ref-${number}`,
        href: `#note-${number}`,
      };
      nodes.push(element('sup', {}, element('a', link, number)));
    }
    add(shown.length);
    return nodes.filter((node) => node !== '');
  };
  const toBlock = (passage: Passage): Node[] => {
    const { id, part } = passage.block;
    const number = numberOfId(id);
    const attributes = { id, lang, 'xml:lang': lang };
    const name = part === 'title' ? 'h1' : part === 'heading' ? 'h2' : 'p';
    const known = name === 'p' ? { class: part, 'data-number': number || undefined } : {};
    return [
      element(name, { ...attributes, ...known }, ...toContent(passage)),
      ...passage.gaps.map(({ extent, reason }) =>
        element(
          'p',
          { class: 'gap', role: 'note' },
          `〔${say('gap')}${extent ? `·${edit(extent)}` : ''}〕${edit(reason)}`,
        ),
      ),
    ];
  };
  const title = passages.filter(({ block: { part } }) => part === 'title').flatMap(toBlock);
  const notes = [...numbers].map(([{ printed, likely, reason }, number]) => {
    const [was, is] = [printed, likely].map((text) => convert(text, document.lang, script));
    return block(
      'aside',
      { 'epub:type': 'footnote', role: 'doc-footnote', id: `note-${number}` },
      element(
        'p',
        {},
        element(
          'a',
          { role: 'doc-backlink', href: `#ref-${number}`, 'aria-label': `${say('backToText')} ${number}` },
          String(number),
        ),
        ` 〔${say('note')}〕${was} → ${is}：${edit(reason)}`,
      ),
    );
  });
  return toXhtml(convert(titleOf(document), document.lang, script), script, '../style.css', [
    ...title,
    element('p', { class: 'view' }, say(isConverted ? 'convertedNotice' : 'publishedNotice')),
    ...toSections(passages, toBlock),
    ...notes,
    block(
      'section',
      { class: 'colophon', 'epub:type': 'colophon', role: 'doc-colophon', 'aria-labelledby': 'colophon' },
      element('h2', { id: 'colophon' }, say('colophon')),
      block(
        'dl',
        {},
        ...toColophon(entry, volume, script).flatMap(({ key, value }) => [
          element('dt', {}, key),
          element('dd', {}, value),
        ]),
      ),
    ),
  ]);
}

/** What follows the title, each section with its heading in an element of its own. */
function toSections(passages: readonly Passage[], toBlock: (passage: Passage) => Node[]): Node[] {
  const sections: { section: number | null; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const { part, section } = passage.block;
    if (part === 'title') continue;
    const own = part === 'paragraph' || part === 'heading' ? section : null;
    const last = sections.at(-1);
    if (last && last.section === own) last.passages.push(passage);
    else sections.push({ section: own, passages: [passage] });
  }
  return sections.flatMap(({ section, passages: own }) => {
    const nodes = own.flatMap(toBlock);
    const heading = own.find(({ block: { part } }) => part === 'heading');
    return section === null || !heading
      ? nodes
      : [block('section', { 'aria-labelledby': heading.block.id }, ...nodes)];
  });
}
