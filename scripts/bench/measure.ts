import type { Expectation } from '../../tests/lib/search/acceptance.ts';

export interface Quality {
  readonly recall: number;
  readonly precision: number;
  /** The share of queries whose result is exactly what it must be. */
  readonly exact: number;
}

/** How good answers are: recall over the queries that have an answer, precision over those that were given one. */
export function judge(
  expectations: readonly Expectation[],
  answers: readonly (readonly string[])[],
): Quality {
  const recalls: number[] = [];
  const precisions: number[] = [];
  let exact = 0;
  for (const [index, { clauses }] of expectations.entries()) {
    const answer = new Set(answers[index]);
    const right = clauses.filter((clause) => answer.has(clause)).length;
    if (clauses.length > 0) recalls.push(right / clauses.length);
    if (answer.size > 0) precisions.push(right / answer.size);
    if (right === clauses.length && right === answer.size) exact += 1;
  }
  return { recall: mean(recalls), precision: mean(precisions), exact: exact / expectations.length };
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rows as a Markdown table; the first is its head. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const width = rows[0]?.length;
  if (rows.some((row) => row.length !== width))
    throw new Error('Unexpected row of another length than the head.');
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...body].join('\n');
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;
export const milliseconds = (time: number) => `${time < 10 ? time.toFixed(2) : Math.round(time)} ms`;
export const percent = (share: number) => `${(share * 100).toFixed(share === 1 ? 0 : 1)} %`;
