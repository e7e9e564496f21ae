import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** Render a page of the site's own prose, which an editor writes for each script by hand. */
export function renderProse(markdown: string): string {
  return unified().use(remarkParse).use(remarkRehype).use(rehypeStringify).processSync(markdown).toString();
}
