import { alignLocally } from './align-locally.ts';
import { findChanges } from './changes.ts';
import { type Clause, type Weighed, weighShared } from './word-weights.ts';

/** A passage of a report and the passage of another text that it reports. Places are code points. */
export interface Traced {
  readonly from: string;
  readonly span: readonly [number, number];
  readonly to: string;
  readonly toSpan: readonly [number, number];
  readonly kind: 'verbatim' | 'changed' | 'paraphrase';
  /** What the report has, and what the other text has there, as places. */
  readonly changes: readonly {
    readonly said: readonly [number, number];
    readonly printed: readonly [number, number];
  }[];
}

/** Letters in a row that a passage must have in common with another, to be looked at. */
const seedLength = 5;
/** Letters that a traced passage has at least, and what it shares by weight (see `createWeigher`). */
const least = { matched: 8, weight: 16 };
/** The same for more of a clause that the same sentence reports already. */
const leastMore = { matched: 5, weight: 8 };
/** What is most of a clause needs no weight: a title is made of formulas. */
const mostOfTarget = 0.6;
/** Of the report's letters, what the other has too: from here on they are its words with changes, below a paraphrase. */
const changedFrom = 0.6;
/** Two passages of one sentence that follow each other in one clause are one, with an omission, up to this distance. */
const joinWithin = { said: 8, printed: 160 };

/** What the same sentence reports already: more of it stands before `until` or after `from`. */
interface Near {
  readonly id: string;
  readonly until?: number;
  readonly from?: number;
}

/**
 * The passages of a report that repeat another text, in the report's order. Sentence by sentence: the stretch that
 * fits a clause best is taken, then what stands before and after it is looked at. What is not traced is the reporter's
 * own words.
 * @param from the report's blocks and @param to the clauses it may report, both folded to one script
 */
export function traceQuotations(
  from: readonly Clause[],
  to: readonly Clause[],
  weigh: (text: string) => Weighed,
): Traced[] {
  const targets = to.map(({ id, text }) => ({ id, tokens: Array.from(text), weighed: weigh(text) }));
  const seeds = new Map<string, Set<number>>();
  for (const [index, { tokens }] of targets.entries())
    for (const seed of listSeeds(tokens)) seeds.set(seed, (seeds.get(seed) ?? new Set()).add(index));

  const traceSpan = (
    tokens: readonly string[],
    start: number,
    end: number,
    near?: Near,
  ): Omit<Traced, 'from'>[] => {
    const said = tokens.slice(start, end);
    const candidates = new Set(listSeeds(said).flatMap((seed) => [...(seeds.get(seed) ?? [])]));
    let best:
      | { target: (typeof targets)[number]; fit: NonNullable<ReturnType<typeof alignLocally>> }
      | undefined;
    for (const index of [...candidates].sort((a, b) => a - b)) {
      const target = targets[index] as (typeof targets)[number];
      const fit = alignLocally(said, target.tokens);
      const needed = fit && near && isInOrder(target.id, fit.to, near) ? leastMore : least;
      if (!fit || fit.matched < needed.matched || fit.matched <= (best?.fit.matched ?? 0)) continue;
      const shared = weighShared(weigh(said.slice(...fit.from).join('')), target.weighed);
      if (shared < needed.weight && fit.matched < mostOfTarget * countLetters(target.tokens)) continue;
      best = { target, fit };
    }
    if (!best) return [];
    const { target, fit } = best;
    const span = [start + fit.from[0], start + fit.from[1]] as const;
    return [
      ...traceSpan(tokens, start, span[0], { id: target.id, until: fit.to[0] }),
      { span, to: target.id, toSpan: fit.to, ...compare(tokens, span, target.tokens, fit.to) },
      ...traceSpan(tokens, span[1], end, { id: target.id, from: fit.to[1] }),
    ];
  };

  return from.flatMap(({ id, text }) => {
    const tokens = Array.from(text);
    return listSentences(tokens)
      .flatMap(([start, end]) =>
        joinParts(
          traceSpan(tokens, start, end),
          tokens,
          (other) => targets.find((each) => each.id === other)?.tokens ?? [],
        ),
      )
      .map((traced) => ({ from: id, ...traced }));
  });
}

function joinParts(
  parts: readonly Omit<Traced, 'from'>[],
  tokens: readonly string[],
  tokensOf: (id: string) => readonly string[],
): Omit<Traced, 'from'>[] {
  const joined: Omit<Traced, 'from'>[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const said = part.span[0] - (last?.span[1] ?? 0);
    const printed = part.toSpan[0] - (last?.toSpan[1] ?? 0);
    if (last?.to === part.to && said <= joinWithin.said && printed >= 0 && printed <= joinWithin.printed) {
      const span = [last.span[0], part.span[1]] as const;
      const toSpan = [last.toSpan[0], part.toSpan[1]] as const;
      joined[joined.length - 1] = {
        to: part.to,
        span,
        toSpan,
        ...compare(tokens, span, tokensOf(part.to), toSpan),
      };
    } else joined.push(part);
  }
  return joined;
}

function isInOrder(id: string, [from, to]: readonly [number, number], near: Near): boolean {
  return id === near.id && to <= (near.until ?? Number.POSITIVE_INFINITY) && from >= (near.from ?? 0);
}

/** How a passage repeats another. */
function compare(
  tokens: readonly string[],
  span: readonly [number, number],
  target: readonly string[],
  toSpan: readonly [number, number],
): Pick<Traced, 'kind' | 'changes'> {
  const [said, printed] = [tokens.slice(...span), target.slice(...toSpan)];
  const changes = findChanges(printed, said).map(({ base, witness }) => ({
    said: [span[0] + witness[0], span[0] + witness[1]] as const,
    printed: [toSpan[0] + base[0], toSpan[0] + base[1]] as const,
  }));
  if (changes.length === 0) return { kind: 'verbatim', changes };
  const changed = changes.reduce((sum, change) => sum + countLetters(tokens.slice(...change.said)), 0);
  const kept = 1 - changed / countLetters(said);
  return { kind: kept >= changedFrom ? 'changed' : 'paraphrase', changes };
}

/** Ranges of sentences, each with its mark. */
function listSentences(tokens: readonly string[]): [number, number][] {
  const sentences: [number, number][] = [];
  let start = 0;
  for (const [at, token] of tokens.entries())
    if (/[。；！？\n]/u.test(token) || at === tokens.length - 1) {
      sentences.push([start, at + 1]);
      start = at + 1;
    }
  return sentences;
}

/** Stretches of letters that stand in a row, whatever marks stand between them. */
function listSeeds(tokens: readonly string[]): string[] {
  const letters = tokens.filter((token) => isLetter.test(token));
  return letters
    .slice(0, Math.max(0, letters.length - seedLength + 1))
    .map((_, at) => letters.slice(at, at + seedLength).join(''));
}

const isLetter = /[\p{L}\p{N}]/u;
const countLetters = (tokens: readonly string[]) => tokens.filter((token) => isLetter.test(token)).length;
