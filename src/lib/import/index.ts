export { formatSource, formatTotal } from './format-report.ts';
export { type CollectionState, type ImportedCollection, importCollection } from './import-collection.ts';
export { readFolderRecipe, type SourceFolder } from './import-source.ts';
export { ImportError } from './problem.ts';
