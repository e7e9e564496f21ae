/** A clause as it is compared: folded text. */
export interface Clause {
  readonly id: string;
  readonly text: string;
}

/** Words of a text, each with what it says of the text's subject: the rarer in the collection, the more. */
export interface Weighed {
  readonly words: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** Characters of the stretches that formulas are made of. */
const formulaLength = 4;
/** A stretch is a formula where so many clauses have it, and this share of all of them. */
const formulaClauses = { least: 6, share: 1 / 40 };

/**
 * Weigh the words of texts by a collection. Chinese is not divided into words here: each pair of neighbouring
 * characters counts. What many clauses repeat, the names of states and governments, 新时代全面战略协作伙伴关系, the
 * phrases that open a clause, is a formula and counts as one word however long it is: it says that two texts are of
 * one kind, not that they speak of one thing.
 * Weights are those of Spärck Jones (1972): the logarithm of all clauses by those that have the word.
 */
export function createWeigher(collection: readonly string[]): (text: string) => Weighed {
  const stretches = new Map<string, number>();
  for (const text of collection)
    for (const stretch of new Set(listRuns(text).flatMap((run) => listStretches(run))))
      stretches.set(stretch, (stretches.get(stretch) ?? 0) + 1);
  const least = Math.max(formulaClauses.least, collection.length * formulaClauses.share);
  const isFormula = (stretch: string) => (stretches.get(stretch) ?? 0) >= least;

  const clauses = new Map<string, number>();
  for (const text of collection)
    for (const word of new Set(listWords(text, isFormula))) clauses.set(word, (clauses.get(word) ?? 0) + 1);

  return (text) => {
    const words = new Map<string, number>();
    let weight = 0;
    for (const word of listWords(text, isFormula)) {
      const one = Math.log(collection.length / (clauses.get(word) ?? 1));
      weight += one;
      words.set(word, one);
    }
    return { words, weight };
  };
}

/** What two texts have in common, by weight. */
export function weighShared(one: Weighed, other: Weighed): number {
  const [less, more] = one.words.size < other.words.size ? [one, other] : [other, one];
  let shared = 0;
  for (const [word, weight] of less.words) if (more.words.has(word)) shared += weight;
  return shared;
}

/** A text's pairs of characters, and its formulas as one word each. */
function listWords(text: string, isFormula: (stretch: string) => boolean): string[] {
  return listRuns(text).flatMap((run) => {
    const inFormula = run.map(() => false);
    for (const [at, stretch] of listStretches(run).entries())
      if (isFormula(stretch)) inFormula.fill(true, at, at + formulaLength);
    const words: string[] = [];
    for (let at = 0; at < run.length; at += 1) {
      if (inFormula[at]) {
        let end = at;
        while (inFormula[end]) end += 1;
        words.push(run.slice(at, end).join(''));
        at = end - 1;
      } else if (at + 1 < run.length && !inFormula[at + 1]) words.push(`${run[at]}${run[at + 1]}`);
    }
    return words;
  });
}

/** The stretches of a text between its marks, as characters. */
function listRuns(text: string): string[][] {
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((run) => Array.from(run));
}

function listStretches(run: readonly string[]): string[] {
  return run
    .slice(0, Math.max(0, run.length - formulaLength + 1))
    .map((_, at) => run.slice(at, at + formulaLength).join(''));
}
