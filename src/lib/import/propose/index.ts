export { chooseKinds } from './choose-kinds.ts';
export { guessEncoding } from './guess-encoding.ts';
export { type Decision, listDecisions } from './list-decisions.ts';
export { listPlaces } from './list-places.ts';
export { type AddedKind, proposeRecipe, readerOf } from './propose-recipe.ts';
export { type AddedReport, formatAddedReport, toReportPage } from './to-report-page.ts';
export { toSourceName } from './to-source-name.ts';
