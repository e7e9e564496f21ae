export { formatSource, formatTotal } from './format-report.ts';
export {
  type CollectionState,
  type ImportedCollection,
  importCollection,
  toPublished,
} from './import-collection.ts';
export { type ImportedSource, importSource, readFolderRecipe, type SourceFolder } from './import-source.ts';
export { ImportError, type Problem } from './problem.ts';
