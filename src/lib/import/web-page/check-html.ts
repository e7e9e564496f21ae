import type { SourceText } from '../../text/source-text.ts';
import { type Problem, problemAt } from '../problem.ts';

/** Elements inside elements: published pages stay below 60; the HTML library overflows past some 1,000. */
export const nestingLimit = 256;

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements whose content is no markup. */
const rawElements = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

/** A tag with its name; quoted attribute values may hold `>`. Without its `>`, the tag is cut. */
const tag = /<(?<slash>\/?)(?<name>[a-z][^\s/>]*)(?:[^>"'=]|=\s*"[^"]*"|=\s*'[^']*'|["'=])*?(?<end>>|$)/iy;

/**
 * Find what the HTML library would drop or overflow on, before it is called: a comment, tag or script that
 * the end of the file cuts, and nesting past the limit. An end tag closes nothing but its own kind here,
 * so the depth is never counted too low.
 */
export function checkHtml(source: SourceText): Problem[] {
  const html = source.characters.join('');
  const open: string[] = [];
  let at = html.indexOf('<');
  while (at >= 0) {
    const start = at;
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) return [cut(start, 'comment', '-->')];
      at = html.indexOf('<', end + 3);
      continue;
    }
    tag.lastIndex = at;
    const { groups, 0: whole = '' } = tag.exec(html) ?? {};
    if (!groups) {
      if (/^<[!?]/.test(html.slice(at, at + 2)) && !html.includes('>', at))
        return [cut(start, 'declaration', '>')];
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (groups.end === '') return [cut(start, 'tag', '>')];
    const name = (groups.name ?? '').toLowerCase();
    at += whole.length;
    if (groups.slash) {
      const index = open.lastIndexOf(name);
      if (index >= 0) open.splice(index, 1);
    } else if (!voidElements.has(name)) {
      open.push(name);
      if (open.length > nestingLimit)
        return [
          problem(
            start,
            'import/html-depth',
            `Unexpected <${name}> inside ${nestingLimit} open elements, expected at most ${nestingLimit}. Such a page is not read.`,
          ),
        ];
      if (rawElements.has(name)) {
        const close = html.toLowerCase().indexOf(`</${name}`, at);
        if (close < 0) return [cut(start, `<${name}>`, `</${name}>`)];
        at = close;
      }
    }
    at = html.indexOf('<', at);
  }
  return [];

  function cut(offset: number, what: string, end: string): Problem {
    return problem(
      offset,
      'import/html-cut',
      `Unexpected end of file inside a ${what}, expected ${end}. The page is cut, and text after this place would be lost: ask for the whole page.`,
    );
  }
  function problem(offset: number, rule: string, message: string): Problem {
    return problemAt(source, Array.from(html.slice(0, offset)).length, rule, message);
  }
}
