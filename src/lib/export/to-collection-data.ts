import type { CollectionData } from '../../schemas/data.ts';
import type { Volume } from './volume.ts';

/** The whole collection as one file of data: what `/data/` has in several. */
export function toCollectionData({ collection, index, entries, relations }: Volume): CollectionData {
  return { ...index, rights: collection.rights, documents: entries.map(({ data }) => data), relations };
}
