/** An entry of a list in a proposed recipe. */
export interface ProposedEntry {
  /** A mapping in one line of YAML, `{ part: title, lines: 1 }`. */
  readonly yaml: string;
  /** What is to be decided here, in a sentence. */
  readonly decide?: string;
  /** What stands there, for the editor's eyes: a comment. */
  readonly shows?: string;
}

/** What a source seems to state, with its words and their line, for the editor to take or leave. */
export interface FoundStatement {
  readonly key: 'date' | 'bodies' | 'persons' | 'origin';
  /** The value in one line of YAML. */
  readonly yaml: string;
  /** Line of the source, 1-based. */
  readonly line: number;
}

/** How one source may be read: guesses, all of them, for an editor to decide. */
export interface ProposedReading {
  readonly sections?: 'numeral-lines' | 'numeral-openings';
  readonly segments: readonly ProposedEntry[];
  readonly furniture: readonly ProposedEntry[];
  /** Lines with which another document may begin. */
  readonly openings?: readonly { readonly line: number; readonly shows: string }[];
  /** Of lines that may be missing their beginning or end: what proves it. */
  readonly gaps: readonly string[];
}

/** Words that an editor must replace begin with this. */
export const toBeWritten = '【待写】';
