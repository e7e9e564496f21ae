import type { Root } from 'mdast';
import { readEditorialMark, toGapMark, toNoteMark } from '../../document/editorial-marks.ts';
import { type IdentifiedNode, isIdentified, textOfNode } from '../../document/parse-markdown.ts';

export interface ConvertOptions {
  /** Converts published text, keeping its length. */
  readonly convert: (text: string) => string;
  /** Converts an editor's words. */
  readonly convertEditor: (text: string) => string;
}

/** Convert a document to a script: published text by whole blocks, then gaps and notes. */
export function convertScript({ convert, convertEditor }: ConvertOptions) {
  return (tree: Root): void => {
    let block: { printed: string; shown: string } | undefined;
    tree.children = tree.children.map((node) => {
      if (isIdentified(node)) {
        const printed = textOfNode(node);
        block = { printed, shown: convert(printed) };
        setText(node, block.shown);
        return node;
      }
      if (node.type !== 'blockquote') return node;
      const mark = readEditorialMark(node);
      if (mark?.type === 'gap')
        return toGapMark({
          reason: convertEditor(mark.reason),
          extent: mark.extent && convertEditor(mark.extent),
        });
      if (mark?.type === 'note' && block) {
        // The words in question show as they stand in the converted block.
        const at = Array.from(block.printed.slice(0, block.printed.indexOf(mark.printed))).length;
        const printed = Array.from(block.shown)
          .slice(at, at + Array.from(mark.printed).length)
          .join('');
        return toNoteMark({ printed, likely: convert(mark.likely), reason: convertEditor(mark.reason) });
      }
      return node;
    });
  };
}

/** Give a block's texts their parts of `text`, which has as many characters as they. */
function setText(node: IdentifiedNode, text: string): void {
  const lines = text.split('\n');
  for (const child of node.children) if (child.type === 'text') child.value = lines.shift() ?? '';
}
