import type { Mark } from '../cite/mark.ts';
import type { Clause } from '../search/clause.ts';
import type { Fold } from '../search/fold.ts';
import { type Alike, compareAlike } from './compare-alike.ts';
import { createNearest, type Piece } from './find-nearest.ts';
import { listQuoted, listReadings } from './list-readings.ts';
import type { Unit } from './read-passage.ts';
import { clauseAt, findIn, groupClauses, lettersOf, type Row, type Stretch, toMark, toRow } from './row.ts';

/** A place in the collection that a sentence stands at, or is near to. */
export interface Found {
  /** In the catalogue’s documents. */
  readonly document: number;
  /** The words there. */
  readonly mark: Mark;
  readonly printed: string;
  /** What is printed around them in the same clause: a quotation may begin and end where its sense does not. */
  readonly around: readonly [before: string, after: string];
  /** Of a sentence that is only alike: how. */
  readonly alike: readonly Alike[];
  /** Of one that leaves words out, or differs: what it says, beside what is printed. */
  readonly pieces: readonly Piece[];
}

/**
 * How a sentence stands to the collection: word for word and mark for mark; the same but for script, forms of
 * characters or punctuation; with other characters; only near to something; in parts that are judged each by itself,
 * since they stand in different places or only they are quoted; or not there.
 */
export interface Judged {
  readonly unit: Unit;
  readonly kind: 'verbatim' | 'alike' | 'changed' | 'nearest' | 'scattered' | 'quoted' | 'none';
  readonly found: readonly Found[];
  /** Of one in parts: each by itself. */
  readonly parts: readonly Judged[];
}

/**
 * Of a sentence’s letters, those that may be said otherwise for it to be the clause with changes, or with a slip; and
 * those that it may lack.
 */
const withChanges = { said: 0.25, slip: 0.1, lacking: 1 };
/** Of a sentence’s letters, those that are printed, for the clause to be worth naming. */
const leastNear = 0.5;

/** Letters that words in quotation marks have at least, to be a quotation and not a name. */
const leastQuoted = 8;
/** Characters that are shown before and after a quotation. */
const around = 12;

export interface VerifierOptions {
  /**
   * Whether the clauses are whole documents, in their order: only then may a quotation go on from one clause to the
   * next.
   */
  readonly isWhole: boolean;
  /** Whether text is missing after a clause. */
  readonly isBroken: (clause: Clause) => boolean;
}

/**
 * Verifies quotations against clauses. Nothing is guessed: each part of what is verbatim stands there code point for code
 * point; quotation marks around it may be those of whoever quotes.
 */
export function createVerifier(
  clauses: readonly Clause[],
  fold: Fold,
  { isWhole, isBroken }: VerifierOptions,
): (unit: Unit) => Judged {
  const single = clauses.map((clause) => toRow([clause]));
  const groups = isWhole ? groupClauses(clauses, isBroken) : clauses.map((clause) => [clause]);
  const rows = groups.map(toRow);
  let nearest: ReturnType<typeof createNearest> | undefined;

  const findVerbatim = (unit: Unit): Found[] => {
    for (const { parts, isElided } of listReadings(unit)) {
      const found = (isElided ? single : rows).flatMap((row) =>
        findIn(row.published, parts).map((stretches) => toFound(row, stretches)),
      );
      if (found.length > 0) return found;
    }
    return [];
  };

  /** By the reading with the fewest differences: quotation marks around a sentence need not be the text’s. */
  const findAlike = (unit: Unit): Found[] => {
    let best: Found[] = [];
    const differences = (found: readonly Found[]) => Math.min(...found.map(({ alike }) => alike.length));
    for (const { parts, isElided } of listReadings(unit)) {
      const letters = parts.map((part) => lettersOf(fold(part)));
      const found = (isElided ? single : rows).flatMap((row) => {
        const matches = row.letters.flatMap((haystack) => findIn(haystack, letters));
        return uniqueMatches(matches).map((stretches) => toAlike(row, stretches, parts, fold));
      });
      if (found.length > 0 && (best.length === 0 || differences(found) < differences(best))) best = found;
    }
    return best;
  };

  const judge = (unit: Unit): Judged => {
    const result = (kind: Judged['kind'], found: readonly Found[], parts: readonly Judged[] = []) => ({
      unit,
      kind,
      found,
      parts,
    });
    const judgeParts = (parts: readonly string[]) =>
      parts.map((part) => judge({ text: part, parts: [part], isEnded: true }));

    const verbatim = findVerbatim(unit);
    if (verbatim.length > 0) return result('verbatim', verbatim);
    const alike = findAlike(unit);
    if (alike.length > 0) return result('alike', alike);
    if (unit.parts.length > 1) return result('scattered', [], judgeParts(unit.parts));

    nearest ??= createNearest(groups, fold);
    const near = nearest(unit.text);
    const letters = Array.from(lettersOf(unit.text)).length;
    const [best] = near;
    const isNear = best && letters - best.changed >= leastNear * letters;
    const isChanged = (most: number) =>
      best !== undefined &&
      best.changed <= Math.max(1, most * letters) &&
      best.lacking <= withChanges.lacking * letters;
    // A sentence of the texts with a slip may quote, too: only of others what they quote is judged by itself.
    if (!isChanged(withChanges.slip)) {
      const quoted = judgeParts(listQuoted(unit.text));
      const isQuotation = ({ kind, unit: { text } }: Judged) =>
        (kind === 'verbatim' || kind === 'alike') && Array.from(lettersOf(text)).length >= leastQuoted;
      if (quoted.some(isQuotation)) return result('quoted', [], quoted);
    }
    if (!isNear) return result('none', []);
    return result(
      isChanged(withChanges.said) ? 'changed' : 'nearest',
      near.map(({ row, stretch, pieces }) => ({ ...toFound(row, [stretch]), pieces })),
    );
  };
  return judge;
}

/** A place with what is printed there; between stretches stands what a sentence leaves out. */
function toFound(row: Row, stretches: readonly Stretch[]): Found {
  const whole = { from: stretches[0]?.from ?? 0, to: stretches.at(-1)?.to ?? 0 };
  const text = (from: number, to: number) => row.characters.slice(from, to).join('');
  const pieces = stretches.flatMap(({ from, to }, index): Piece[] => {
    const end = stretches[index - 1]?.to ?? from;
    const left = text(end, from);
    const same = { kind: 'same', said: text(from, to), printed: text(from, to) } as const;
    return left === '' ? [same] : [{ kind: 'left', said: '', printed: left }, same];
  });
  const [first, last] = [clauseAt(row, whole.from).from, clauseAt(row, whole.to - 1).to];
  return {
    document: row.document,
    mark: toMark(row, whole),
    printed: text(whole.from, whole.to),
    around: [
      text(Math.max(first, whole.from - around), whole.from),
      text(whole.to, Math.min(last, whole.to + around)),
    ],
    alike: [],
    pieces: stretches.length > 1 ? pieces : [],
  };
}

/** A place whose letters are a sentence’s when both are folded. */
function toAlike(row: Row, letters: readonly Stretch[], parts: readonly string[], fold: Fold): Found {
  const compared = compareAlike(
    row,
    parts.map((said, index) => ({ said, stretch: letters[index] ?? { from: 0, to: 0 } })),
    fold,
  );
  return { ...toFound(row, compared.stretches), alike: compared.alike };
}

function uniqueMatches(matches: readonly Stretch[][]): Stretch[][] {
  return [...new Map(matches.map((match) => [JSON.stringify(match), match])).values()];
}
