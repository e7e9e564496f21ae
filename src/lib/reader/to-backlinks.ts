import type { RelationsData } from '../../schemas/relations-data.ts';
import type { RelationTexts } from './relation-texts.ts';

/** A link beside a paragraph to what relates to it. */
export interface Backlink {
  readonly kind: 'parallel' | 'quotation' | 'difference';
  readonly href: string;
  /** `2024年联合声明 7.14` */
  readonly label: string;
}

/** What each block of a document is parallel to, what reports it or what it reports, how witnesses differ, by id. */
export function toBacklinks(
  slug: string,
  { witnesses, parallels, quotations }: RelationsData,
  texts: RelationTexts,
): Map<string, Backlink[]> {
  const { script, addresses } = texts;
  const links = new Map<string, Backlink[]>();
  const add = (id: string, link: Backlink) => {
    const those = links.get(id) ?? [];
    // A block that reports another in several sentences is named once, by the first of them.
    const isNamed = those.some(({ kind, label }) => kind === link.kind && label === link.label);
    if (!isNamed || link.kind === 'difference') links.set(id, [...those, link]);
  };
  const name = (address: string) => {
    const block = texts.block(address);
    return `${texts.document(block.slug).name} ${block.label}`;
  };
  /** The other end of a link between two blocks, where one of them is the document's. */
  const addBoth = (kind: Backlink['kind'], from: string, to: string, id: string) => {
    const [here, there] = [split(from), split(to)];
    const href = addresses.comparison(script, here.slug, there.slug, id);
    if (here.slug === slug) add(here.id, { kind, href, label: name(to) });
    if (there.slug === slug) add(there.id, { kind, href, label: name(from) });
  };

  for (const { from, to, id } of parallels) addBoth('parallel', from, to, id);
  for (const { from, to, id } of quotations) addBoth('quotation', from, to, id);
  for (const { base, witness, differences } of witnesses)
    for (const difference of differences) {
      const href = addresses.collation(script, base, `${witness}.${difference.id}`);
      if (base === slug)
        add(difference.id.slice(0, difference.id.lastIndexOf('.')), {
          kind: 'difference',
          href,
          label: texts.document(witness).name,
        });
      // A paragraph that the witness lacks has no place of its own there.
      if (witness === slug && difference.witness.text !== '')
        add(difference.witness.from.split(':')[0] ?? '', {
          kind: 'difference',
          href,
          label: texts.document(base).name,
        });
    }
  return links;
}

function split(address: string): { slug: string; id: string } {
  const [slug = '', id = ''] = address.split('#');
  return { slug, id };
}
