import type { DocumentData } from '../../schemas/data.ts';
import type { ParallelDecision, QuotationDecision, Relations } from '../../schemas/relations.ts';
import type { RelationsData } from '../../schemas/relations-data.ts';
import { idOf } from '../document/block-address.ts';
import { partOfId } from '../document/block-id.ts';
import { type Problem, throwIfAny } from '../import/problem.ts';
import type { Convert } from '../script/create-converter.ts';
import { createFold, type Fold } from '../search/fold.ts';
import { toFoldTable } from '../search/to-fold-table.ts';
import { toOneLine } from '../text/to-one-line.ts';
import { checkRelations } from './check-relations.ts';
import { collate } from './collate.ts';
import { decide, problem, readDecision } from './decisions.ts';
import { findParallels } from './find-parallels.ts';
import { listMentions } from './list-mentions.ts';
import { listQuoted } from './list-quoted.ts';
import { listPassages, type Passage } from './passages.ts';
import { sliceText, toAddedQuotation, toParallel, toQuotation } from './to-links.ts';
import { traceQuotations } from './trace-quotations.ts';
import { type Clause, createWeigher } from './word-weights.ts';

export interface RelateInput {
  /** In the collection's order. */
  readonly documents: readonly DocumentData[];
  readonly relations: Relations;
  readonly convert: Convert;
}

/** A document as its clauses are compared: folded in one script, by address. */
interface Prepared {
  readonly data: DocumentData;
  readonly passages: readonly Passage[];
  /** The title and the paragraphs: what a document says. */
  readonly clauses: readonly Clause[];
}

/**
 * How the documents of a collection relate: found in the texts, decided by the editor.
 * @throws ImportError where a decision does not fit the texts
 */
export function relateCollection({ documents, relations, convert }: RelateInput): RelationsData {
  const problems: Problem[] = [];
  const wholeFold = createFold(toFoldTable());
  const fold =
    (data: DocumentData): Fold =>
    (text) =>
      wholeFold(convert(toOneLine(text), data.lang, 'hans'));
  const prepared = new Map(documents.map((data) => [data.slug, prepare(data, fold(data))]));
  const find = (slug: string): Prepared => {
    const found = prepared.get(slug);
    if (found) return found;
    throwIfAny([
      problem('relate/slug', `Unexpected document ${slug}, expected one of the collection. Correct it.`),
    ]);
    throw new Error(slug);
  };

  const isWitness = (slug: string) => relations.witnesses.some(({ witness }) => witness === slug);
  const weigh = createWeigher(
    [...prepared.values()]
      .filter(({ data }) => !isWitness(data.slug))
      .flatMap(({ clauses }) => clauses.map(({ text }) => text)),
  );
  const published = new Map(
    [...prepared.values()].flatMap(({ data, passages }) =>
      passages.map(({ id, text }): [string, string] => [`${data.slug}#${id}`, text]),
    ),
  );
  const folded = new Map(
    [...prepared.values()].flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text] as const)),
  );

  problems.push(...checkRelations(relations, documents));
  throwIfAny(problems);

  const witnesses = relations.witnesses.map(({ base, witness }) => ({
    base,
    witness,
    differences: collate(find(base).passages, find(witness).passages, wholeFold),
  }));

  const onParallels = relations.parallels.map((decision) => readDecision(decision, published, problems));
  const parallels = decide(
    relations.comparisons.flatMap(({ from, to }) =>
      findParallels(listParagraphs(find(from)), listParagraphs(find(to)), weigh).map((pair) =>
        toParallel(pair.from, pair.to, folded, published),
      ),
    ),
    onParallels,
    {
      isMeant: (link, decision) => link.from === decision.from && link.to === decision.to,
      nameOf: ({ from, to }) => `${from} and ${to}`,
    },
    ({ from, to }: ParallelDecision) => toParallel(from, to, folded, published),
    problems,
  );

  const targetsOf = new Map<string, string[]>();
  for (const { report, of } of relations.reports)
    targetsOf.set(report, [...(targetsOf.get(report) ?? []), of]);
  const reports = [...targetsOf].map(([report, of]) => ({
    report: find(report),
    targets: of.flatMap((slug) => find(slug).clauses),
  }));
  const quotations = decide(
    reports.flatMap(({ report, targets }) =>
      traceQuotations(report.clauses, targets, weigh).map((traced) => toQuotation(traced, published)),
    ),
    relations.quotations.map((decision) => readDecision(decision, published, problems)),
    {
      isMeant: (link, decision) =>
        link.from === decision.from &&
        link.to === decision.to &&
        sliceText(published.get(link.from) ?? '', link.span) === decision.words,
      nameOf: ({ from, words, to }) => `${words} (${from}) and ${to}`,
    },
    (decision: QuotationDecision) => toAddedQuotation(decision, published, problems),
    problems,
  );
  throwIfAny(problems);

  const order = new Map([...published.keys()].map((address, index) => [address, index]));
  const placeOf = (address: string) => order.get(address) ?? 0;
  return {
    witnesses,
    comparisons: relations.comparisons,
    parallels: parallels.sort((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to)),
    rejected: onParallels
      .filter(({ decide: how }) => how === 'reject')
      .map(({ from, to, reason }) => ({ from, to, reason })),
    reports: relations.reports,
    quotations: quotations.sort(
      (a, b) => placeOf(a.from) - placeOf(b.from) || a.span[0] - b.span[0] || placeOf(a.to) - placeOf(b.to),
    ),
    quoted: reports.flatMap(({ report, targets }) =>
      listQuoted(
        report.passages.map(({ id, text }) => ({ address: `${report.data.slug}#${id}`, text })),
        targets,
        fold(report.data),
      ),
    ),
    mentions: listMentions(
      [...published].map(([address, text]) => ({ address, text })),
      relations.instruments,
      documents
        .map(({ slug, title }) => ({ slug, title: toOneLine(title) }))
        .filter(({ slug }) => !isWitness(slug)),
      wholeFold,
    ),
  };
}

function prepare(data: DocumentData, fold: Fold): Prepared {
  const passages = listPassages(data);
  const clauses = passages
    .filter(({ id }) => ['title', 'paragraph', 'caption'].includes(partOfId(id)))
    .map(({ id, text }) => ({ id: `${data.slug}#${id}`, text: fold(text) }));
  return { data, passages, clauses };
}

function listParagraphs({ clauses }: Prepared): Clause[] {
  return clauses.filter(({ id }) => partOfId(idOf(id)) === 'paragraph');
}
