import { type Position, positionOf, type SourceText } from '../text/source-text.ts';

/**
 * What is wrong with an input, as data. The message says what was found, what was expected and what to do.
 * A problem without a place in its file has no `position`: a place is never made up.
 */
export interface Problem {
  readonly file: string;
  readonly position?: Position;
  /** Stable id, e.g. `import/overlap`. */
  readonly rule: string;
  readonly message: string;
}

/** Thrown when an import cannot go on; nothing has been written then. */
export class ImportError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ImportError';
    this.problems = problems;
  }
}

/** A problem as one line: `file:line:column rule message`. */
export function formatProblem({ file, position, rule, message }: Problem): string {
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  return `${place} ${rule} ${message}`;
}

/** A problem at an offset (code points) of a source. */
export function problemAt(source: SourceText, offset: number, rule: string, message: string): Problem {
  return { file: source.file, position: positionOf(source, offset), rule, message };
}

/** Faults of one kind that are named one by one. */
export const mostNamed = 50;

/** The problems of the first of many faults, and how many more there are: a megabyte of NULs is not a million lines. */
export function nameFirst<Fault>(
  faults: readonly Fault[],
  toProblem: (fault: Fault, index: number) => Problem,
): Problem[] {
  const named = faults.slice(0, mostNamed).map(toProblem);
  const [first] = named;
  const more = faults.length - named.length;
  if (!first || more === 0) return named;
  const message = `Unexpected ${more} more of these, expected none. Mend the first ones and import again.`;
  return [...named, { file: first.file, rule: first.rule, message }];
}

/** Throw an `ImportError` if there is any problem. */
export function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ImportError(problems);
}
