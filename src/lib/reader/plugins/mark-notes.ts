import type { Blockquote, PhrasingContent, Root } from 'mdast';
import { type GapMark, type NoteMark, readEditorialMark } from '../../document/editorial-marks.ts';
import { type IdentifiedNode, isIdentified } from '../../document/parse-markdown.ts';
import type { Say } from '../interface-text.ts';

/**
 * Turn the marks of gaps and notes into asides beside the text, and point from the doubtful words to their note.
 * The text itself stays as it is.
 */
export function markNotes({ say }: { say: Say }) {
  return (tree: Root): void => {
    let block: IdentifiedNode | undefined;
    const ids = new Set<string>();
    for (const node of tree.children) {
      if (isIdentified(node)) block = node;
      const mark = node.type === 'blockquote' ? readEditorialMark(node) : null;
      if (node.type !== 'blockquote' || !mark || !block) continue;
      // The first is note-p1, further ones note-p1-2 …
      let id = `${mark.type}-${block.data.id}`;
      for (let number = 2; ids.has(id); number += 1) id = `${mark.type}-${block.data.id}-${number}`;
      ids.add(id);
      if (mark.type === 'note') pointToNote(block, mark.printed, id);
      toAside(node, mark, id, say);
    }
  };
}

function toAside(node: Blockquote, mark: GapMark | NoteMark, id: string, say: Say): void {
  const strong = (value: string): PhrasingContent => ({
    type: 'strong',
    children: [{ type: 'text', value }],
  });
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const words =
    mark.type === 'gap'
      ? [text(`　${mark.reason}${mark.extent ? `（${mark.extent}）` : ''}`)]
      : [
          text(`　${say('notePrinted')} `),
          strong(mark.printed),
          text(`，${say('noteLikely')} `),
          strong(mark.likely),
          text(`。${mark.reason}`),
        ];
  node.data = { hName: 'aside', hProperties: { id, className: [mark.type], role: 'note' } };
  node.children = [{ type: 'paragraph', children: [strong(say(mark.type)), ...words] }];
}

function pointToNote(block: IdentifiedNode, printed: string, id: string): void {
  let isMarked = false;
  block.children = block.children.flatMap((child): PhrasingContent[] => {
    if (isMarked || child.type !== 'text' || !child.value.includes(printed)) return [child];
    isMarked = true;
    const at = child.value.indexOf(printed);
    return [
      { type: 'text', value: child.value.slice(0, at) },
      {
        type: 'emphasis',
        data: { hName: 'a', hProperties: { className: ['sic'], href: `#${id}` } },
        children: [{ type: 'text', value: printed }],
      },
      { type: 'text', value: child.value.slice(at + printed.length) },
    ];
  });
}
