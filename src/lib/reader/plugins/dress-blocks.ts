import type { Element, ElementContent, Root } from 'hast';
import { numberOfId, partOfId } from '../../document/block-id.ts';

export interface DressOptions {
  /** The language tag of the text. */
  readonly lang: string;
  /** The small links of a block; left out where the page's script draws them, and says of each text what language it is. */
  readonly tools?: BlockTools | undefined;
  /** What a block without a number is: 落款. */
  readonly nameOf: (id: string) => string;
  /** What else in the collection relates to a block, and the word for each kind of it. */
  readonly related?: ((id: string) => readonly RelatedLinks[]) | undefined;
  /** In a converted view, where a block's characters stand for unusual ones: see `toPublishedMap`. */
  readonly exceptions?: ReadonlyMap<string, string> | undefined;
}

export interface BlockTools {
  /** The address of a block in the source view, and the words that say where that is. */
  readonly place: (id: string) => { href: string; label: string; mark: string } | undefined;
  /** Where citing a block leads to without JavaScript, and the words for it. */
  readonly cite: (id: string) => { href: string; label: string; mark: string };
  /** In a converted view: what the button says that shows the published form. */
  readonly showPublished?: string | undefined;
}

/** Links to what relates to a block, of one kind. */
export interface RelatedLinks {
  readonly kind: 'parallel' | 'quoted' | 'quotation' | 'difference';
  /** 对应 */
  readonly kindName: string;
  readonly links: readonly { readonly href: string; readonly label: string; readonly count: number }[];
}

/**
 * Dress each block of text: its number in the margin, a link to itself; its text in an element of its own,
 * whose `textContent` is the text; where it stands in the source; how it is cited; what relates to it.
 */
export function dressBlocks(options: DressOptions) {
  const { lang, tools, nameOf, related, exceptions } = options;
  return (tree: Root): void => {
    for (const node of [...tree.children]) {
      if (node.type !== 'element' || typeof node.properties.id !== 'string') continue;
      const { id } = node.properties;
      const part = partOfId(id);
      if (node.tagName === 'aside') continue;
      // Most blocks are paragraphs: they need no name.
      if (part !== 'paragraph') node.properties.className = [part];
      else if (isListItem(node)) node.properties.className = ['item'];
      const isBare = !tools && part !== 'title';
      const text = element(
        'span',
        { className: ['t'], lang: isBare ? undefined : lang, dataP: exceptions?.get(id) },
        node.children,
      );
      const relations = toRelations(related?.(id) ?? []);
      if (part === 'title' || part === 'heading') {
        node.children = [text];
        // Beside the heading, not in it: a heading's words are its name.
        if (relations.length > 0)
          tree.children.splice(tree.children.indexOf(node) + 1, 0, element('p', {}, relations));
        continue;
      }
      const number = numberOfId(id);
      node.children = [
        element('a', { className: ['n'], href: `#${id}`, ariaLabel: number ? undefined : nameOf(id) }, [
          { type: 'text', value: number ?? '¶' },
        ]),
        text,
        ...(tools ? [toTools(id, tools)] : []),
        ...relations,
      ];
    }
  };
}

function toTools(id: string, { place, cite, showPublished }: BlockTools): Element {
  const found = place(id);
  return element('span', { className: ['w'] }, [
    ...(found ? [toLink('s', found)] : []),
    toLink('c', cite(id)),
    // Without JavaScript there is none; what makes it one says the rest of it.
    ...(showPublished
      ? [element('button', { className: ['o'] }, [{ type: 'text', value: showPublished }])]
      : []),
  ]);
}

function toLink(name: string, { href, label, mark }: { href: string; label: string; mark: string }): Element {
  return element('a', { className: [name], href, ariaLabel: label }, [{ type: 'text', value: mark }]);
}

function toRelations(related: readonly RelatedLinks[]): ElementContent[] {
  if (related.length === 0) return [];
  const text = (value: string): ElementContent => ({ type: 'text', value });
  const groups = related.map(({ kind, kindName, links }) =>
    element('span', { className: [kind] }, [
      text(`${kindName} `),
      ...links.flatMap(({ href, label, count }, index) => [
        ...(index > 0 ? [text('、')] : []),
        element('a', { href, dataCount: count > 1 ? String(count) : undefined }, [text(label)]),
      ]),
    ]),
  );
  return [element('small', { className: ['r'] }, groups)];
}

/** A list item as printed: ——…… */
function isListItem(node: Element): boolean {
  const [first] = node.children;
  return first?.type === 'text' && first.value.startsWith('——');
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
