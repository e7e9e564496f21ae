import { createFold } from './fold.ts';
import { toFoldTable } from './to-fold-table.ts';

/** The fold by the whole table, for texts that are compared where no catalogue is at hand. */
export const wholeFold = createFold(toFoldTable());
