import type { QuotationDecision } from '../../schemas/relations.ts';
import type { Parallel, Quotation } from '../../schemas/relations-data.ts';
import { idOf } from '../document/block-address.ts';
import type { Problem } from '../import/problem.ts';
import { toOneLine } from '../text/to-one-line.ts';
import { compareClauses } from './compare-clauses.ts';
import { problem } from './decisions.ts';
import type { Traced } from './trace-quotations.ts';

/** Texts by address. */
type TextOf = (address: string) => string | undefined;

/** A link between two clauses. */
export function toParallel(
  from: string,
  to: string,
  { folded, published }: { readonly folded: TextOf; readonly published: TextOf },
): Parallel {
  const { kind, score, shared } = compareClauses(folded(from) ?? '', folded(to) ?? '');
  const text = toOneLine(published(from) ?? '');
  return {
    id: `${idOf(from)}.${idOf(to)}`,
    from,
    to,
    kind,
    score,
    shared: shared.map((span) => sliceText(text, span)),
  };
}

/** By its place in the report and the clause it reports, so that it stays when others are found: `p4.12.s9-1`. */
const nameQuotation = (from: string, start: number, to: string) => `${idOf(from)}.${start}.${idOf(to)}`;

/** A passage of a report that was found, with the published words of both. */
export function toQuotation(traced: Traced, published: TextOf): Quotation {
  const [said, printed] = [published(traced.from) ?? '', published(traced.to) ?? ''];
  return {
    id: nameQuotation(traced.from, traced.span[0], traced.to),
    from: traced.from,
    span: [...traced.span],
    to: traced.to,
    toSpan: [...traced.toSpan],
    kind: traced.kind,
    changes: traced.changes.map((change) => ({
      said: sliceText(said, change.said),
      printed: sliceText(printed, change.printed),
    })),
  };
}

/** What an editor adds is a paraphrase: what is verbatim is found. */
export function toAddedQuotation(
  { from, to, words }: QuotationDecision,
  published: TextOf,
  problems: Problem[],
): Quotation {
  const text = published(from) ?? '';
  const at = text.indexOf(words);
  if (at < 0 || text.indexOf(words, at + 1) >= 0)
    problems.push(
      problem('relate/words', `Unexpected words ${words} in ${from}, expected words that stand once in it.`),
    );
  const start = Array.from(text.slice(0, Math.max(at, 0))).length;
  return {
    id: nameQuotation(from, start, to),
    from,
    span: [start, start + Array.from(words).length],
    to,
    kind: 'paraphrase',
    changes: [],
  };
}

/** The words at a span of code points. */
export function sliceText(text: string, [from, to]: readonly [number, number]): string {
  return Array.from(text).slice(from, to).join('');
}
