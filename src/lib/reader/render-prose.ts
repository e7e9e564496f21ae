import type { Root, Text } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Script } from '../script/scripts.ts';
import { sayEditor } from './interface-text.ts';

/** Render a page of the site's own prose (markdown in Simplified Chinese) in a script. */
export function renderProse(markdown: string, script: Script): string {
  return unified()
    .use(remarkParse)
    .use(convertProse, script)
    .use(remarkRehype)
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
}

/** Convert block by block, whatever is linked or stressed inside: words must not be cut. */
function convertProse(script: Script) {
  return (tree: Root): void => visitBlocks(tree);

  function visitBlocks(node: { children: readonly unknown[] }): void {
    for (const child of node.children as readonly { type: string; children?: readonly unknown[] }[]) {
      if (child.type === 'paragraph' || child.type === 'heading')
        convertBlock(child as { children: readonly unknown[] });
      else if (child.children) visitBlocks(child as { children: readonly unknown[] });
    }
  }
  function convertBlock(block: { children: readonly unknown[] }): void {
    const texts = collectTexts(block);
    const converted = Array.from(sayEditor(texts.map(({ value }) => value).join(''), script));
    for (const text of texts) text.value = converted.splice(0, Array.from(text.value).length).join('');
  }
}

function collectTexts(node: { children: readonly unknown[] }): Text[] {
  return (node.children as readonly (Text | { type: string; children?: readonly unknown[] })[]).flatMap(
    (child) => {
      if (child.type === 'text') return [child as Text];
      return 'children' in child && child.children ? collectTexts({ children: child.children }) : [];
    },
  );
}
