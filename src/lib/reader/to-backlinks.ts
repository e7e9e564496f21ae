import type { RelationsData } from '../../schemas/relations-data.ts';
import { idOf, slugOf } from '../document/block-address.ts';
import { blockOf } from '../relate/collate.ts';
import type { CollectionTexts } from './collection-texts.ts';

/** A link beside a paragraph to what relates to it. */
export interface Backlink {
  /** `quoted`: this block reports the other; `quotation`: the other reports this one. */
  readonly kind: 'parallel' | 'quotation' | 'quoted' | 'difference';
  readonly href: string;
  /** `2024年联合声明 7.14` */
  readonly label: string;
  /** How many relations it stands for. */
  readonly count: number;
}

/** What each block of a document is parallel to, what reports it or what it reports, how witnesses differ, by id. */
export function toBacklinks(
  slug: string,
  { witnesses, nearest, parallels, quotations }: RelationsData,
  texts: CollectionTexts,
): Map<string, Backlink[]> {
  const { script, addresses } = texts;
  const links = new Map<string, Backlink[]>();
  /** A block that another relates to in several places is named once, by the first of them, with their number. */
  const add = (id: string, { kind, href, label }: Omit<Backlink, 'count'>) => {
    const those = links.get(id) ?? [];
    const same = those.findIndex((link) => link.kind === kind && link.label === label);
    links.set(
      id,
      same < 0
        ? [...those, { kind, href, label, count: 1 }]
        : those.map((link, index) => (index === same ? { ...link, count: link.count + 1 } : link)),
    );
  };
  const pairOf = (from: string, to: string) => `${slugOf(from)} ${slugOf(to)}`;
  const nearestPairs = new Set(nearest.map(({ from, to }) => pairOf(from, to)));
  const name = (address: string) => {
    const block = texts.block(address);
    return `${texts.document(block.slug).name} ${block.label}`;
  };
  /** The other end of a link between two blocks, where one of them is the document's. */
  const addBoth = (
    [kind, kindThere]: readonly [Backlink['kind'], Backlink['kind']],
    from: string,
    to: string,
    id: string,
  ) => {
    // Documents that nobody named have no page of the two: the link leads to the other clause itself.
    const page = nearestPairs.has(pairOf(from, to))
      ? undefined
      : addresses.comparison(script, slugOf(from), slugOf(to), id);
    const link = (other: string) => ({ href: page ?? texts.block(other).href, label: name(other) });
    if (slugOf(from) === slug) add(idOf(from), { kind, ...link(to) });
    if (slugOf(to) === slug) add(idOf(to), { kind: kindThere, ...link(from) });
  };

  for (const { from, to, id } of parallels) addBoth(['parallel', 'parallel'], from, to, id);
  for (const { from, to, id } of quotations) addBoth(['quoted', 'quotation'], from, to, id);
  for (const { base, witness, differences } of witnesses)
    for (const difference of differences) {
      // How sections are numbered is told where witnesses are collated, not beside every section.
      if (difference.kind === 'number') continue;
      const href = addresses.collation(script, base, `${witness}.${difference.id}`);
      if (base === slug)
        add(blockOf(difference.base), {
          kind: 'difference',
          href,
          label: texts.document(witness).name,
        });
      // A paragraph that the witness lacks has no place there.
      if (witness === slug && difference.kind !== 'lacking')
        add(blockOf(difference.witness), {
          kind: 'difference',
          href,
          label: texts.document(base).name,
        });
    }
  return links;
}
