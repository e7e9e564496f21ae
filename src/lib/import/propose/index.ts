export { guessEncoding } from './guess-encoding.ts';
export { type Decision, listDecisions } from './list-decisions.ts';
export { type AddedKind, proposeRecipe, readerOf } from './propose-recipe.ts';
export { toSourceName } from './to-source-name.ts';
