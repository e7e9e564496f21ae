import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScriptExceptions } from '../../../src/content/content-files.ts';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import { scripts } from '../../../src/lib/script/scripts.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import { toFoldTable } from '../../../src/lib/search/to-fold-table.ts';
import { type DocumentData, documentDataSchema, indexDataSchema } from '../../../src/schemas/data.ts';

/** What every tier must find, said without any of their code but the whole fold. */
export interface Expectation {
  readonly query: string;
  /** `slug#id`, sorted. */
  readonly clauses: readonly string[];
}

/** A clause in both scripts. */
export interface AcceptedClause {
  readonly address: string;
  readonly forms: readonly string[];
}

/** The published documents of a built folder. */
export function readData(dist: string): DocumentData[] {
  const read = (name: string) => JSON.parse(readFileSync(join(dist, 'data', name), 'utf8'));
  return indexDataSchema
    .parse(read('index.json'))
    .documents.map(({ slug }) => documentDataSchema.parse(read(`${slug}.json`)));
}

/** Every clause of documents, as a reader of either script sees it. */
export function toAcceptedClauses(documents: readonly DocumentData[]): AcceptedClause[] {
  const convert = createConverter(readScriptExceptions('content'));
  return documents.flatMap(({ slug, lang, title, front, sections, back }) =>
    [
      { id: 'title', text: title },
      ...front,
      ...sections.flatMap(({ paragraphs }) => paragraphs),
      ...back,
    ].map(({ id, text }) => ({
      address: `${slug}#${id}`,
      forms: scripts.map((script) => convert(text.replaceAll('\n', ' '), lang, script)),
    })),
  );
}

/** What must be found: clauses that contain all words and no excluded one, in either script, folded. */
export function createOracle(clauses: readonly AcceptedClause[]) {
  const fold = createFold(toFoldTable());
  const folded = clauses.map(({ address, forms }) => ({ address, forms: forms.map(fold) }));
  return (query: string, words: readonly string[], excluded: readonly string[] = []): Expectation => {
    const [wanted, unwanted] = [words.map(fold), excluded.map(fold)];
    const found = folded.filter(
      ({ forms }) =>
        wanted.every((word) => forms.some((form) => form.includes(word))) &&
        !unwanted.some((word) => forms.some((form) => form.includes(word))),
    );
    return { query, clauses: found.map(({ address }) => address).sort() };
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const longest = 14;

/** Stretches of 1 to 14 characters of the texts in either script, every other one without a mark in it. */
export function listSubstrings(clauses: readonly AcceptedClause[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const found: string[] = [];
  while (found.length < count) {
    const characters = Array.from(pick(pick(clauses).forms));
    const from = Math.floor(random() * characters.length);
    const stretch = characters.slice(from, from + 1 + Math.floor(random() * longest)).join('');
    // A query of marks only is answered by an explanation.
    if (!/[\p{L}\p{N}]/u.test(stretch) || stretch.includes('"')) continue;
    if (found.length % 2 === 0 && /[^\p{L}\p{N}]/u.test(stretch)) continue;
    found.push(stretch);
  }
  return found;
}

/** Texts of 2 to 10 characters that stand nowhere, though their characters and pairs of them do. */
export function listAbsentStrings(
  clauses: readonly AcceptedClause[],
  oracle: ReturnType<typeof createOracle>,
  count: number,
  seed: number,
): string[] {
  const random = createRandom(seed);
  const parts = listSubstrings(clauses, count * 8, seed).map((text) => text.slice(0, 5));
  const found: string[] = [];
  while (found.length < count) {
    const joined = [0, 0].map(() => parts[Math.floor(random() * parts.length)] ?? '').join('');
    if (!/\s/.test(joined) && oracle(joined, [joined]).clauses.length === 0) found.push(joined);
  }
  return found;
}

/** A text as a query for exactly it: in quotation marks where a space or a minus would mean something. */
export function toLiteralQuery(text: string): string {
  return /\s|^-/u.test(text) ? `"${text}"` : text;
}

/** `tests/fixtures/search/chosen.tsv`: a query, its words, what it excludes (both `|`-separated). */
export function readChosen(oracle: ReturnType<typeof createOracle>): Expectation[] {
  return readFileSync('tests/fixtures/search/chosen.tsv', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [query = '', words = '', excluded = ''] = line.split('\t');
      const split = (list: string) => list.split('|').filter(Boolean);
      return oracle(query, split(words), split(excluded));
    });
}

/** The whole suite for documents: substrings, absent texts, chosen queries. */
export function listExpectations(
  documents: readonly DocumentData[],
  counts = { substrings: 2000, absent: 200 },
): Expectation[] {
  const clauses = toAcceptedClauses(documents);
  const oracle = createOracle(clauses);
  const literal = (text: string) => ({ ...oracle(text, [text]), query: toLiteralQuery(text) });
  return [
    ...listSubstrings(clauses, counts.substrings, 20_261_121).map(literal),
    ...listAbsentStrings(clauses, oracle, counts.absent, 7).map(literal),
    ...readChosen(oracle),
  ];
}
