import type { Relations } from '../../schemas/relations.ts';
import { slugOf } from '../document/block-address.ts';
import { partOfId } from '../document/block-id.ts';
import type { Problem } from '../import/problem.ts';
import { problem } from './decisions.ts';

/**
 * What is wrong in an editor's `relations.yaml` as far as it can be said without looking for relations.
 * @param listTexts all published texts, asked for only where they are needed
 */
export function checkRelations(relations: Relations, listTexts: () => readonly string[]): Problem[] {
  const { witnesses, comparisons, reports, parallels, quotations, instruments } = relations;
  const problems: Problem[] = [];
  const add = (rule: string, message: string) => problems.push(problem(rule, message));

  const pairs = [
    ...witnesses.map(({ witness, base }) => ({ from: witness, to: base, page: `collate ${witness}` })),
    ...comparisons.map(({ from, to }) => ({ from, to, page: `compare ${from}-vs-${to}` })),
    ...reports.map(({ report, of }) => ({ from: report, to: of, page: `compare ${report}-vs-${of}` })),
  ];
  const pages = new Set<string>();
  for (const { from, to, page } of pairs) {
    if (from === to) add('relate/self', `Unexpected ${from} related to itself, expected two documents.`);
    if (pages.has(page))
      add('relate/twice', `Unexpected second ${page}, expected one address for two documents. Take one out.`);
    pages.add(page);
  }

  const slugs = (link: { from: string; to: string }) => [link.from, link.to].map(slugOf);
  for (const decision of parallels) {
    const [from, to] = slugs(decision);
    if (!comparisons.some((pair) => pair.from === from && pair.to === to))
      add(
        'relate/comparison',
        `Unexpected ${decision.from} and ${decision.to}, expected documents of a comparison. Add it, or take the decision out.`,
      );
    for (const clause of [decision.from, decision.to])
      if (partOfId(/#([^@]+)/.exec(clause)?.[1] ?? '') !== 'paragraph')
        add(
          'relate/clause',
          `Unexpected ${clause}, expected a paragraph: titles and headings are not compared.`,
        );
  }
  for (const decision of quotations) {
    const [from, to] = slugs(decision);
    if (!reports.some((pair) => pair.report === from && pair.of === to))
      add(
        'relate/report',
        `Unexpected ${decision.from} and ${decision.to}, expected a report and what it reports. Add them to reports, or take the decision out.`,
      );
  }

  const texts = instruments.length > 0 ? listTexts() : [];
  const named = new Set<string>();
  for (const spelling of instruments.flatMap(({ name, also }) => [name, ...also])) {
    if (named.has(spelling))
      add('relate/instrument-twice', `Unexpected second ${spelling}, expected each spelling in one entry.`);
    named.add(spelling);
    if (!texts.some((text) => text.includes(`《${spelling}》`) || text.includes(`〈${spelling}〉`)))
      add(
        'relate/instrument',
        `Unexpected ${spelling}, expected a title that a document prints between 《》.`,
      );
  }
  return problems;
}
