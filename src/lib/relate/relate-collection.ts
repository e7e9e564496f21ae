import type { DocumentData } from '../../schemas/data.ts';
import type { ParallelDecision, QuotationDecision, Relations } from '../../schemas/relations.ts';
import type { Parallel, RelationsData } from '../../schemas/relations-data.ts';
import { idOf, slugOf } from '../document/block-address.ts';
import { partOfId } from '../document/block-id.ts';
import { type Problem, throwIfAny } from '../import/problem.ts';
import { once } from '../once.ts';
import type { Convert } from '../script/create-converter.ts';
import { wholeFold } from '../search/whole-fold.ts';
import { toOneLine } from '../text/to-one-line.ts';
import { checkRelations } from './check-relations.ts';
import { collate } from './collate.ts';
import { decide, problem, readDecision } from './decisions.ts';
import { type Digest, listClauses } from './digest.ts';
import { findParallels } from './find-parallels.ts';
import { listMentions } from './list-mentions.ts';
import { listQuoted } from './list-quoted.ts';
import { listPassages, type Passage } from './passages.ts';
import { findNearest, findRepeats } from './rare-stretches.ts';
import { sliceText, toAddedQuotation, toParallel, toQuotation } from './to-links.ts';
import { traceQuotations } from './trace-quotations.ts';
import { type Clause, createWeigher } from './word-weights.ts';

/** A document of the collection: its digest, and its text where it is asked for. */
export interface RelatedDocument {
  readonly digest: Digest;
  read(): DocumentData;
}

/** What two documents that nobody has named have in common, where it is known: it depends on their texts alone. */
export interface KeptPairs {
  get(from: string, to: string): readonly Parallel[] | undefined;
  set(from: string, to: string, parallels: readonly Parallel[]): void;
}

export interface RelateInput {
  /** In the collection's order. */
  readonly documents: readonly RelatedDocument[];
  readonly relations: Relations;
  readonly convert: Convert;
  readonly keptPairs?: KeptPairs;
}

/** A document as its clauses are compared: folded in one script, by address. */
interface Prepared {
  readonly data: DocumentData;
  readonly passages: readonly Passage[];
  readonly clauses: readonly Clause[];
}

/**
 * How the documents of a collection relate: found in the texts, decided by the editor. Of a document that no editor
 * has named, the text is read only where it has not been compared before.
 * @throws ImportError where a decision does not fit the texts
 */
export function relateCollection({ documents, relations, convert, keptPairs }: RelateInput): RelationsData {
  const problems: Problem[] = [];
  const texts = createTexts(documents, convert);
  const { find, published } = texts;
  problems.push(
    ...checkRelations(relations, () =>
      documents.flatMap(({ read }) => listPassages(read()).map(({ text }) => text)),
    ),
  );
  throwIfAny(problems);

  const isWitness = (slug: string) => relations.witnesses.some(({ witness }) => witness === slug);
  const weigh = once(() =>
    createWeigher(
      documents
        .filter(({ digest }) => !isWitness(digest.slug))
        .flatMap(({ digest }) => find(digest.slug).clauses.map(({ text }) => text)),
    ),
  );
  const witnesses = relations.witnesses.map(({ base, witness }) => ({
    base,
    witness,
    differences: collate(find(base).passages, find(witness).passages, wholeFold),
  }));

  const onParallels = relations.parallels.map((decision) => readDecision(decision, published, problems));
  const named = decide(
    relations.comparisons.flatMap(({ from, to }) =>
      findParallels(listParagraphs(find(from)), listParagraphs(find(to)), weigh()).map((pair) =>
        toParallel(pair.from, pair.to, texts),
      ),
    ),
    onParallels,
    {
      isMeant: (link, decision) => link.from === decision.from && link.to === decision.to,
      nameOf: ({ from, to }) => `${from} and ${to}`,
    },
    ({ from, to }: ParallelDecision) => toParallel(from, to, texts),
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
      traceQuotations(report.clauses, targets, weigh()).map((traced) => toQuotation(traced, published)),
    ),
    relations.quotations.map((decision) => readDecision(decision, published, problems)),
    {
      isMeant: (link, decision) =>
        link.from === decision.from &&
        link.to === decision.to &&
        sliceText(published(link.from) ?? '', link.span) === decision.words,
      nameOf: ({ from, words, to }) => `${words} (${from}) and ${to}`,
    },
    (decision: QuotationDecision) => toAddedQuotation(decision, published, problems),
    problems,
  );
  throwIfAny(problems);

  const isNamed = toPairSet([
    ...relations.witnesses.map(({ witness, base }) => [witness, base] as const),
    ...relations.comparisons.map(({ from, to }) => [from, to] as const),
    ...relations.reports.map(({ report, of }) => [report, of] as const),
  ]);
  const nearest = findNearest(
    documents.map(({ digest }) => digest),
    relations.nearest,
    isNamed,
  );
  const unnamed = nearest.flatMap(({ from, to }) => {
    const known = keptPairs?.get(from, to) ?? compareUnnamed(find(from), find(to), texts);
    keptPairs?.set(from, to, known);
    return known;
  });

  const order = new Map(documents.map(({ digest }, index) => [digest.slug, index]));
  const placeOf = (address: string): readonly [number, number] => [
    order.get(slugOf(address)) ?? 0,
    texts.placeOf(address),
  ];
  const compareAddresses = (a: string, b: string) => {
    const [[document, place], [otherDocument, otherPlace]] = [placeOf(a), placeOf(b)];
    return document - otherDocument || place - otherPlace;
  };
  return {
    witnesses,
    comparisons: relations.comparisons,
    nearest,
    parallels: [
      ...named.sort((a, b) => compareAddresses(a.from, b.from) || compareAddresses(a.to, b.to)),
      ...unnamed,
    ],
    rejected: onParallels
      .filter(({ decide: how }) => how === 'reject')
      .map(({ from, to, reason }) => ({ from, to, reason })),
    reports: relations.reports,
    quotations: quotations.sort(
      (a, b) => compareAddresses(a.from, b.from) || a.span[0] - b.span[0] || compareAddresses(a.to, b.to),
    ),
    quoted: reports.flatMap(({ report, targets }) =>
      listQuoted(
        report.passages.map(({ id, text }) => ({ address: `${report.data.slug}#${id}`, text })),
        targets,
        (text) => wholeFold(convert(toOneLine(text), report.data.lang, 'hans')),
      ),
    ),
    mentions: listMentions(
      documents.flatMap(({ digest: { slug, titles } }) =>
        titles.map(({ id, printed }) => ({ address: `${slug}#${id}`, printed })),
      ),
      relations.instruments,
      documents
        .map(({ digest: { slug, title } }) => ({ slug, title: toOneLine(title) }))
        .filter(({ slug }) => !isWitness(slug)),
      wholeFold,
    ),
  };
}

/** The texts of a collection, each prepared when it is asked for first. */
export interface RelatedTexts {
  /** @throws ImportError for a document that is not there. */
  find(slug: string): Prepared;
  /** The published text of a passage, by `slug#id`. */
  readonly published: (address: string) => string | undefined;
  /** The folded text of a clause. */
  readonly folded: (address: string) => string | undefined;
  /** Which passage of its document one is. */
  placeOf(address: string): number;
}

function createTexts(documents: readonly RelatedDocument[], convert: Convert): RelatedTexts {
  const bySlug = new Map(documents.map((document) => [document.digest.slug, document]));
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  const prepare = (document: RelatedDocument) => {
    const data = document.read();
    const passages = listPassages(data);
    const clauses = listClauses(data, wholeFold, convert);
    return {
      data,
      passages,
      clauses,
      published: new Map(passages.map(({ id, text }) => [id, text])),
      folded: new Map(clauses.map(({ id, text }) => [id, text])),
      places: new Map(passages.map(({ id }, place) => [id, place])),
    };
  };
  const get = (slug: string) => {
    const document = bySlug.get(slug);
    const known = prepared.get(slug) ?? (document && prepare(document));
    if (known) prepared.set(slug, known);
    return known;
  };
  return {
    find(slug) {
      const found = get(slug);
      if (found) return found;
      throwIfAny([
        problem('relate/slug', `Unexpected document ${slug}, expected one of the collection. Correct it.`),
      ]);
      throw new Error(slug);
    },
    published: (address) => get(slugOf(address))?.published.get(idOf(address)),
    folded: (address) => get(slugOf(address))?.folded.get(address),
    placeOf: (address) => get(slugOf(address))?.places.get(idOf(address)) ?? 0,
  };
}

/** What two documents that nobody has named plainly have in common: it depends on their texts alone. */
function compareUnnamed(from: Prepared, to: Prepared, texts: RelatedTexts): Parallel[] {
  return findRepeats(listParagraphs(from), listParagraphs(to)).map((pair) =>
    withoutStretches(toParallel(pair.from, pair.to, texts)),
  );
}

/** Of what no page shows there may be ten thousands: what both texts say can be read in them. */
function withoutStretches({ shared: _, ...parallel }: Parallel): Parallel {
  return parallel;
}

function toPairSet(pairs: readonly (readonly [string, string])[]): (one: string, other: string) => boolean {
  const named = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  return (one, other) => named.has(`${one} ${other}`);
}

function listParagraphs({ clauses }: Prepared): Clause[] {
  return clauses.filter(({ id }) => partOfId(idOf(id)) === 'paragraph');
}
