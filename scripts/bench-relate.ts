import { diffArrays } from 'diff';
import {
  readCollection,
  readDocuments,
  readRelations,
  readScriptExceptions,
} from '../src/content/content-files.ts';
import { toDocumentData } from '../src/lib/export/to-document-data.ts';
import { compareByDate } from '../src/lib/reader/describe-date.ts';
import { alignTokens } from '../src/lib/relate/align.ts';
import { digestDocument } from '../src/lib/relate/digest.ts';
import { listPassages, toRow } from '../src/lib/relate/passages.ts';
import {
  type RelatedDocument,
  type RelateInput,
  relateCollection,
} from '../src/lib/relate/relate-collection.ts';
import { createConverter } from '../src/lib/script/create-converter.ts';
import { wholeFold } from '../src/lib/search/whole-fold.ts';
import type { DocumentData } from '../src/schemas/data.ts';
import type { Witness } from '../src/schemas/relations.ts';
import { median, milliseconds, toTable } from './bench/measure.ts';

/** Runs of which the middle one counts. */
const runs = 5;
const content = 'content';
const collection = readCollection(content);
const convert = createConverter(readScriptExceptions(content));
const data = readDocuments(content)
  .sort(compareByDate(collection.order))
  .map((document) => toDocumentData(document, new Map(), collection));
const toRelated = (document: DocumentData): RelatedDocument => ({
  digest: digestDocument(document, wholeFold, convert),
  read: () => document,
});
const input: RelateInput = {
  documents: data.map(toRelated),
  relations: readRelations(content),
  convert,
};

function time(action: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    action();
    return performance.now() - started;
  });
  return median(times);
}

/** Numbers that look random and are the same every time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A text of so many characters, as common as in this collection, and the same with one in 25 changed. */
function makeTexts(length: number): [string[], string[]] {
  const random = createRandom(20261121);
  const characters = data.flatMap((document) => toRow(listPassages(document)).tokens);
  const pick = () => characters[Math.floor(random() * characters.length)] ?? '';
  const text = Array.from({ length }, pick);
  const changed = text.flatMap((character) => {
    const chance = random();
    return chance < 0.02 ? [] : chance < 0.04 ? [character, pick()] : [character];
  });
  return [text, changed];
}

/** The collection some times over, each copy with documents and decisions of its own. */
function repeat(times: number): RelateInput {
  const copies = Array.from(
    { length: times },
    (_, index) => (slug: string) => (index === 0 ? slug : `${slug}-${index}`),
  );
  const inCopy = (name: (slug: string) => string, address: string) => {
    const [slug = '', rest = ''] = address.split('#');
    return `${name(slug)}#${rest}`;
  };
  const { witnesses, comparisons, reports, parallels, quotations, instruments } = input.relations;
  return {
    ...input,
    documents: copies.flatMap((name) =>
      data.map((document) => toRelated({ ...document, slug: name(document.slug) })),
    ),
    relations: {
      witnesses: copies.flatMap((name) =>
        witnesses.map(({ witness, base }): Witness => ({ witness: name(witness), base: name(base) })),
      ),
      comparisons: copies.flatMap((name) =>
        comparisons.map(({ from, to }) => ({ from: name(from), to: name(to) })),
      ),
      reports: copies.flatMap((name) =>
        reports.map(({ report, of }) => ({ report: name(report), of: name(of) })),
      ),
      nearest: 0,
      // Decisions stand on what is found, and what is found depends on the whole collection.
      parallels: times === 1 ? parallels : [],
      quotations:
        times === 1
          ? quotations
          : copies.flatMap((name) =>
              quotations.map((decision) => ({
                ...decision,
                from: inCopy(name, decision.from),
                to: inCopy(name, decision.to),
              })),
            ),
      instruments,
    },
  };
}

const slugs = input.relations.witnesses.flatMap(({ base, witness }) => [base, witness]);
const [base = [], witness = []] = slugs.map(
  (slug) =>
    toRow(listPassages(data.find((document) => document.slug === slug) ?? (data[0] as DocumentData))).tokens,
);
const pairs: [string, readonly string[], readonly string[]][] = [
  [`a document and its witness (${base.length} characters)`, base, witness],
  ...[10_000, 100_000].map((length): [string, string[], string[]] => [
    `${length} characters, one in 25 changed`,
    ...makeTexts(length),
  ]),
];
const rows = [['', 'ours', 'characters in common', 'jsdiff', 'characters in common']];
for (const [name, one, other] of pairs) {
  const ours = alignTokens(one, other).reduce((sum, { length }) => sum + length, 0);
  const theirs = diffArrays([...one], [...other])
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  rows.push([
    name,
    milliseconds(time(() => alignTokens(one, other))),
    String(ours),
    milliseconds(time(() => diffArrays([...one], [...other]))),
    String(theirs),
  ]);
}
console.log(`Alignment, character by character:\n\n${toTable(rows)}\n`);

const sizes = [1, 2, 4].map((times) => {
  const repeated = repeat(times);
  return [
    `${times} × (${repeated.documents.length} documents)`,
    milliseconds(time(() => relateCollection(repeated))),
  ];
});
console.log(`All relations of the collection:\n\n${toTable([['collection', 'takes'], ...sizes])}`);
