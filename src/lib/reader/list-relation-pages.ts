import type { RelationsData } from '../../schemas/relations-data.ts';
import type { CollectionTexts } from './collection-texts.ts';

/** A page that sets documents beside each other. */
export interface RelationPage {
  readonly href: string;
  readonly label: string;
  readonly kind: 'collation' | 'comparison' | 'report';
  /** 校勘 */
  readonly kindName: string;
  /** The two documents: a base and its witness, a report after what it reports. */
  readonly slugs: readonly [string, string];
}

/** The pages that set documents beside each other: all of them, or those that a document is on. */
export function listRelationPages(
  { witnesses, comparisons, reports }: RelationsData,
  texts: CollectionTexts,
  slug?: string,
): RelationPage[] {
  const { say, script, addresses } = texts;
  const name = (other: string) => texts.document(other).name;
  /** On a document's page the other one is named, elsewhere both. */
  const label = (word: string, from: string, to: string) =>
    `${word} ${slug === undefined ? `${name(from)} · ${name(to)}` : name(slug === from ? to : from)}`;
  const isOn = (...slugs: string[]) => slug === undefined || slugs.includes(slug);
  return [
    ...witnesses
      .filter(({ base, witness }) => isOn(base, witness))
      .map(({ base, witness }) => ({
        href: addresses.collation(script, base),
        label: label(say('collation'), base, witness),
        kind: 'collation' as const,
        kindName: say('collation'),
        slugs: [base, witness] as const,
      })),
    ...comparisons
      .filter(({ from, to }) => isOn(from, to))
      .map(({ from, to }) => ({
        href: addresses.comparison(script, from, to),
        label: label(say('comparison'), from, to),
        kind: 'comparison' as const,
        kindName: say('comparison'),
        slugs: [from, to] as const,
      })),
    ...reports
      .filter(({ report, of }) => isOn(report, of))
      .map(({ report, of }) => ({
        href: addresses.comparison(script, report, of),
        label: label(say(slug === of ? 'relationQuotation' : 'report'), report, of),
        kind: 'report' as const,
        kindName: say('report'),
        slugs: [of, report] as const,
      })),
  ];
}
