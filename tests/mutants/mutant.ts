/** One slip that a hand makes, put into the code to see that the tests find it. */
export interface Mutant {
  /** Text that stands in the file exactly once. */
  readonly find: string;
  /** What is put in its place. */
  readonly put: string;
  /** What goes wrong with it. */
  readonly why: string;
}

/** The mutants of a file, and the test files of which one at least must fail with each. */
export interface MutatedFile {
  readonly file: string;
  readonly tests: readonly string[];
  readonly mutants: readonly Mutant[];
}
