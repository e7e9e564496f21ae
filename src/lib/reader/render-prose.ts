import type { Root, Text } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Render a page of the site's own prose; `convert` puts each block into the page's script. */
export function renderProse(markdown: string, convert: (text: string) => string): string {
  return unified()
    .use(remarkParse)
    .use(convertProse, convert)
    .use(remarkRehype)
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
}

/** The text of each block of prose, as it is converted. */
export function proseBlocks(markdown: string): string[] {
  const blocks: string[] = [];
  renderProse(markdown, (text) => {
    blocks.push(text);
    return text;
  });
  return blocks;
}

/** Convert block by block, whatever is linked or stressed inside: words must not be cut. */
function convertProse(convert: (text: string) => string) {
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
    const converted = Array.from(convert(texts.map(({ value }) => value).join('')));
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
