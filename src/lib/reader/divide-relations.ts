import type { RelationsData } from '../../schemas/relations-data.ts';
import { slugOf } from '../document/block-address.ts';

/** The relations of a collection by document: those that a document is on, in their order. Each is looked at once. */
export function divideRelations(relations: RelationsData): (slug: string) => RelationsData {
  const { witnesses, comparisons, nearest, parallels, rejected, reports, quotations, quoted, mentions } =
    relations;
  const ends = ({ from, to }: { readonly from: string; readonly to: string }) => [slugOf(from), slugOf(to)];
  const of = {
    witnesses: divide(witnesses, ({ base, witness }) => [base, witness]),
    comparisons: divide(comparisons, ({ from, to }) => [from, to]),
    nearest: divide(nearest, ({ from, to }) => [from, to]),
    parallels: divide(parallels, ends),
    rejected: divide(rejected, ends),
    reports: divide(reports, ({ report, of: reported }) => [report, reported]),
    quotations: divide(quotations, ends),
    quoted: divide(quoted, ({ from }) => [slugOf(from)]),
    mentions: divide(mentions, ({ from }) => [slugOf(from)]),
  };
  return (slug) => ({
    witnesses: of.witnesses(slug),
    comparisons: of.comparisons(slug),
    nearest: of.nearest(slug),
    parallels: of.parallels(slug),
    rejected: of.rejected(slug),
    reports: of.reports(slug),
    quotations: of.quotations(slug),
    quoted: of.quoted(slug),
    mentions: of.mentions(slug),
  });
}

/** What each of several things is on, found by its name. */
function divide<Item>(
  items: readonly Item[],
  slugsOf: (item: Item) => readonly string[],
): (slug: string) => Item[] {
  const bySlug = new Map<string, Item[]>();
  for (const item of items)
    for (const slug of new Set(slugsOf(item))) {
      const those = bySlug.get(slug);
      if (those) those.push(item);
      else bySlug.set(slug, [item]);
    }
  return (slug) => bySlug.get(slug) ?? [];
}
