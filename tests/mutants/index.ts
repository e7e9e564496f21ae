import { document } from './document.ts';
import { importing } from './import.ts';
import { ledger } from './ledger.ts';
import type { MutatedFile } from './mutant.ts';
import { relate } from './relate.ts';
import { script } from './script.ts';
import { search } from './search.ts';

/** The parts where a wrong answer is worst, with the slips that the tests must find. */
export const mutatedFiles: readonly MutatedFile[] = [
  ...search,
  ...document,
  ...importing,
  ...ledger,
  ...relate,
  ...script,
];
