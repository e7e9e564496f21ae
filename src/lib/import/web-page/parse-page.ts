import type { Element, Root, RootContent, Text } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type ParserError,
  html as parse5Html,
  parseFragment,
  type Token,
} from 'parse5';
import { VFile } from 'vfile';
import type { SourceText } from '../../text/source-text.ts';
import { describeForbidden, findForbidden } from '../decode-source.ts';
import { ImportError, nameFirst, type Problem, problemAt, throwIfAny } from '../problem.ts';
import type { LeftOut, Piece } from '../reading.ts';
import { placeText } from './place-text.ts';
import { findTagEnd, isTagsOnly, opensTag } from './scan-tag.ts';

/** Elements inside elements: published pages stay below 60; a tree as deep as its file would overflow. */
export const nestingLimit = 256;

/** In characters of HTML: each has its place noted while it is read, some hundred bytes. */
const longestPage = 2_000_000;

/** A text of the page: its characters one by one, each with where it stands in the source. */
export interface PageText {
  readonly node: Text;
  /** Pieces of one character each; `as` where the source writes it otherwise. */
  readonly characters: readonly Piece[];
  /** Inside <script>, <style> and the like, which show as nothing. */
  readonly isScript: boolean;
}

export interface Page {
  readonly root: Root;
  readonly texts: readonly PageText[];
  /** `<br>` elements, by element, so that a kept line break has its place. */
  readonly breaks: ReadonlyMap<Element, Piece>;
  /** Tags, attributes and comments: everything that is no text. */
  readonly markup: readonly LeftOut[];
}

type Parse5Node = DefaultTreeAdapterTypes.Node;

const scriptElements = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'noembed', 'noframes']);

/**
 * Parse a web page and place every character of it. Text offsets are what counts, never element ranges:
 * misnested elements end elsewhere than they are closed.
 * @param allow invisible characters that the recipe allows
 * @throws ImportError `import/page-size`, `import/html-depth`, `import/html-elements`, `import/html-cut`,
 *   `import/html-order`, `import/html-lost`, `import/forbidden-character`.
 */
export function parsePage(source: SourceText, allow: readonly string[] = []): Page {
  if (source.characters.length > longestPage)
    throw new ImportError([
      {
        file: source.file,
        rule: 'import/page-size',
        message: `Unexpected page of ${source.characters.length} characters, expected at most ${longestPage}. Divide it, and record each part as its own source.`,
      },
    ]);
  const html = source.characters.join('');
  const toCodePoint = toCodePoints(source, html.length);
  const at = (units: number, rule: string, message: string) =>
    problemAt(source, toCodePoint(units), rule, message);

  const errors: ParserError[] = [];
  const fragment = parseFragment(html, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    treeAdapter: limitTree(html, at),
    onParseError: (error) => errors.push(error),
  });
  throwIfAny(findCuts(html, fragment, errors, at));
  throwIfAny(findDepth(fragment, at));

  const root = fromParse5(fragment, { file: new VFile(html) }) as Root;
  const texts: PageText[] = [];
  const breaks = new Map<Element, Piece>();
  const forbidden: Piece[] = [];
  const toPiece = ({ from, to, as }: Piece): Piece => ({
    from: toCodePoint(from),
    to: toCodePoint(to),
    ...(as !== undefined && { as }),
  });
  let last = 0;
  /** Text that was misplaced in a table stands before it in the tree, and may be joined to what stands there. */
  const follow = (from: number, to: number) => {
    if (from < last)
      throw new ImportError([
        at(
          from,
          'import/html-order',
          `Unexpected ${JSON.stringify(html.slice(from, Math.min(to, from + 8)))} after text that follows it, expected the page's text in the order of its source (text misplaced in a table?). Ask for a clean copy.`,
        ),
      ]);
    last = to;
  };
  const visit = (nodes: readonly RootContent[], isScript: boolean): void => {
    for (const node of nodes) {
      const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      if (node.type === 'text') {
        const placed = placeText(html, node.value, from, to);
        if ('unexpectedAt' in placed)
          throw new ImportError([
            at(
              placed.unexpectedAt,
              'import/html-order',
              `Unexpected ${JSON.stringify(html[placed.unexpectedAt] ?? 'end of file')}, expected ${JSON.stringify(placed.expected)}: the page's text is not in the order of its source (text misplaced in a table?). Ask for a clean copy.`,
            ),
          ]);
        follow(placed.pieces[0]?.from ?? from, placed.pieces.at(-1)?.to ?? from);
        for (const piece of placed.pieces) {
          if (piece.as && findForbidden(piece.as, allow)) forbidden.push(piece);
        }
        texts.push({ node, isScript, characters: placed.pieces.map(toPiece) });
      } else if (node.type === 'element') {
        if (node.tagName === 'br') {
          follow(from, to);
          breaks.set(node, toPiece({ from, to, as: '\n' }));
        }
        const isInside = isScript || scriptElements.has(node.tagName);
        visit(node.children, isInside);
        if (node.content) visit(node.content.children, isInside);
      }
    }
  };
  visit(root.children, false);
  throwIfAny(
    nameFirst(forbidden, ({ from, as = '' }) =>
      at(from, 'import/forbidden-character', describeForbidden(as, allow) ?? ''),
    ),
  );

  const { markup, lost } = findMarkup(html, fragment, texts, toCodePoint);
  throwIfAny(
    nameFirst(lost, (units) =>
      at(
        units,
        'import/html-lost',
        `Unexpected markup that the parser dropped (${JSON.stringify(html.slice(units, units + 24))}), expected tags and comments. Text may be lost with it: ask for a clean copy.`,
      ),
    ),
  );
  return { root, texts, breaks, markup };
}

/** A tag, comment or script that the end of the file cuts: the parser drops what follows it. */
function findCuts(
  html: string,
  fragment: Parse5Node,
  errors: readonly ParserError[],
  at: (units: number, rule: string, message: string) => Problem,
): Problem[] {
  const unclosed = unclosedRawText(fragment);
  if (unclosed.length > 0) return unclosed.map((units) => cut(units, 'script, style or title'));
  const cuts = errors.filter(({ code }) => code.startsWith('eof-in-'));
  if (cuts.length === 0) return unclosedMarks(fragment, html).map((units) => cut(units, 'comment'));
  return cuts.map(({ code, startOffset }) => {
    // The error stands at the end of the file; what was opened, before it.
    const opened = code.includes('comment') ? html.lastIndexOf('<!--') : lastOpenTag(html);
    return cut(opened >= 0 ? opened : startOffset, code.replace('eof-in-', '').replaceAll('-', ' '));
  });

  function cut(units: number, what: string): Problem {
    return at(
      units,
      'import/html-cut',
      `Unexpected end of file inside a ${what} that opens here, expected its end. The page is cut, or a quotation mark is missing, and text after this place would be lost: ask for the whole page.`,
    );
  }
}

/** What opens like a declaration (`<!`, `<?`) is a comment up to the next `>`, and the parser does not mind if none comes. */
function unclosedMarks(fragment: Parse5Node, html: string): number[] {
  return [...walk(fragment)].flatMap(({ node }) => {
    if (node.nodeName !== '#comment' || !node.sourceCodeLocation) return [];
    const { startOffset, endOffset } = node.sourceCodeLocation;
    return html.slice(startOffset, endOffset).endsWith('>') ? [] : [startOffset];
  });
}

/** Where the last tag begins that could have swallowed the rest: one with a quotation mark that never closes. */
function lastOpenTag(html: string): number {
  for (let from = html.indexOf('<'); from >= 0; from = html.indexOf('<', from + 1)) {
    if (!opensTag(html, from)) continue;
    const end = findTagEnd(html, from);
    if (end === undefined) return from;
    from = end - 1;
  }
  return html.lastIndexOf('<');
}

/** Elements of raw text that are never closed: the parser takes everything after them for their content. */
function unclosedRawText(fragment: Parse5Node): number[] {
  const raw = new Set([
    'script',
    'style',
    'textarea',
    'title',
    'xmp',
    'iframe',
    'noembed',
    'noframes',
    'plaintext',
  ]);
  return [...walk(fragment)].flatMap(({ node }) => {
    if (!('tagName' in node) || node.namespaceURI !== parse5Html.NS.HTML || !raw.has(node.tagName)) return [];
    const location = node.sourceCodeLocation;
    return location && !location.endTag ? [location.startOffset] : [];
  });
}

/**
 * The parser's tree, given up as soon as it grows out of bounds: a parser goes through all open elements for each tag,
 * and opens formatting elements again in each paragraph, so that a page of a megabyte could keep it busy for hours.
 */
function limitTree(
  html: string,
  at: (units: number, rule: string, message: string) => Problem,
): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>();
  let elements = 0;
  // An honest page has an element for each tag, and a few that its author left out.
  const mostElements = 1_000 + 4 * (html.split('<').length - 1);
  const place = (node: object, parent: object) => {
    if (!('tagName' in node)) return;
    const { tagName, sourceCodeLocation } = node as DefaultTreeAdapterTypes.Element;
    // The parser puts a fragment into an <html> of its own, which is no tag of the page.
    const isRoot = tagName === 'html' && !sourceCodeLocation;
    const depth = isRoot ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(node, depth);
    elements += 1;
    const units = sourceCodeLocation?.startOffset ?? 0;
    if (depth > nestingLimit)
      throw new ImportError([
        at(
          units,
          'import/html-depth',
          `Unexpected <${tagName}> inside ${nestingLimit} elements, expected at most ${nestingLimit}. Such a page is not read.`,
        ),
      ]);
    if (elements > mostElements)
      throw new ImportError([
        at(
          units,
          'import/html-elements',
          `Unexpected <${tagName}> that is opened again and again (more than ${mostElements} elements), expected tags to be closed. Such a page is not read.`,
        ),
      ]);
  };
  return {
    ...defaultTreeAdapter,
    appendChild: (parent, node) => {
      place(node, parent);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore: (parent, node, reference) => {
      place(node, parent);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
    setTemplateContent: (template, content) => {
      depths.set(content, depths.get(template) ?? 0);
      defaultTreeAdapter.setTemplateContent(template, content);
    },
  };
}

/** Elements that were moved below others may be deeper than they were opened. */
function findDepth(
  fragment: Parse5Node,
  at: (units: number, rule: string, message: string) => Problem,
): Problem[] {
  for (const { node, depth } of walk(fragment))
    if (depth > nestingLimit && 'tagName' in node)
      return [
        at(
          node.sourceCodeLocation?.startOffset ?? 0,
          'import/html-depth',
          `Unexpected <${node.tagName}> inside ${nestingLimit} elements, expected at most ${nestingLimit}. Such a page is not read.`,
        ),
      ];
  return [];
}

/** Every node below a node with its depth, in order, without recursion: a tree may be as deep as its file. */
function* walk(top: Parse5Node): Generator<{ node: Parse5Node; depth: number }> {
  const stack: { node: Parse5Node; depth: number }[] = [{ node: top, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    const { node, depth } = next;
    const children: Parse5Node[] = [
      ...('childNodes' in node ? node.childNodes : []),
      ...('content' in node ? [node.content] : []),
    ];
    for (const child of children.reverse()) stack.push({ node: child, depth: depth + 1 });
  }
}

/**
 * What stands between the texts, by the parser's own account of tags, attributes and comments. What it does not
 * account for must be dropped tags, or it is lost text.
 */
function findMarkup(
  html: string,
  fragment: Parse5Node,
  texts: readonly PageText[],
  toCodePoint: (units: number) => number,
) {
  const reasons: (LeftOut['reason'] | 'text' | undefined)[] = new Array(toCodePoint(html.length));
  const set = (from: number, to: number, reason: LeftOut['reason']) =>
    reasons.fill(reason, toCodePoint(from), toCodePoint(to));
  for (const { node } of walk(fragment)) {
    const location = 'sourceCodeLocation' in node ? node.sourceCodeLocation : undefined;
    if (!location) continue;
    if (node.nodeName === '#comment' || node.nodeName === '#documentType')
      set(location.startOffset, location.endOffset, 'comment');
    if (!('tagName' in node)) continue;
    const { startTag, endTag } = node.sourceCodeLocation ?? {};
    if (startTag) set(startTag.startOffset, startTag.endOffset, 'markup');
    else if (!endTag) set(location.startOffset, location.endOffset, 'markup'); // a void element
    if (endTag) set(endTag.startOffset, endTag.endOffset, 'markup');
    const { attrs = {} } = (startTag ?? location) as Token.LocationWithAttributes;
    for (const attribute of Object.values(attrs))
      set(attribute.startOffset, attribute.endOffset, 'attribute');
  }
  for (const { characters } of texts) for (const { from, to } of characters) reasons.fill('text', from, to);

  const markup: LeftOut[] = [];
  const lost: number[] = [];
  const units = toUnits(html, reasons.length);
  for (let at = 0; at < reasons.length; ) {
    let end = at + 1;
    while (end < reasons.length && reasons[end] === reasons[at]) end += 1;
    const reason = reasons[at];
    // The parser drops an end tag without a start, and a second <body>.
    if (reason === undefined && !isTagsOnly(html.slice(units[at], units[end]))) lost.push(units[at] ?? 0);
    if (reason !== 'text') markup.push({ from: at, to: end, reason: reason ?? 'markup' });
    at = end;
  }
  return { markup, lost };
}

/** For each code point, and for the end, its offset in UTF-16 units, in which the parser counts. */
function toUnits(html: string, length: number): Uint32Array {
  const units = new Uint32Array(length + 1);
  let [at, index] = [0, 0];
  for (const character of html) {
    units[index] = at;
    at += character.length;
    index += 1;
  }
  units[length] = at;
  return units;
}

function toCodePoints(source: SourceText, length: number): (units: number) => number {
  const codePoints = new Uint32Array(length + 1);
  let units = 0;
  for (const [index, character] of source.characters.entries()) {
    codePoints.fill(index, units, units + character.length);
    units += character.length;
  }
  codePoints[length] = source.characters.length;
  return (offset) => codePoints[offset] ?? source.characters.length;
}
