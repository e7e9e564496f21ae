import type { Root as HastRoot } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parseMarkdown } from '../document/parse-markdown.ts';
import { keepLast } from '../once.ts';
import type { Say } from './interface-text.ts';
import { type ConvertOptions, convertScript } from './plugins/convert-script.ts';
import { type DressOptions, dressBlocks } from './plugins/dress-blocks.ts';
import { groupSections } from './plugins/group-sections.ts';
import { markNotes } from './plugins/mark-notes.ts';

export interface RenderOptions extends ConvertOptions, DressOptions {
  readonly say: Say;
}

export interface RenderedDocument {
  /** The `<h1>`. */
  readonly title: string;
  /** Everything after it. */
  readonly text: string;
}

/** Both scripts of a document are rendered one after the other, from the same tree. */
const parse = keepLast(parseMarkdown);

/** Render a document's markdown in a script. No GFM, no smart punctuation: the text is the published one. */
export function renderDocument(body: string, options: RenderOptions): RenderedDocument {
  const pipeline = unified()
    .use(convertScript, options)
    .use(markNotes, options)
    .use(remarkRehype)
    .use(dressBlocks, options)
    .use(groupSections);
  const tree = pipeline.runSync(structuredClone(parse(body))) as HastRoot;

  const html = unified().use(rehypeStringify);
  const isTitle = (node: HastRoot['children'][number]) => node.type === 'element' && node.tagName === 'h1';
  const part = (children: HastRoot['children']) => html.stringify({ type: 'root', children });
  return {
    title: part(tree.children.filter(isTitle)),
    text: part(tree.children.filter((node) => !isTitle(node))).trim(),
  };
}
