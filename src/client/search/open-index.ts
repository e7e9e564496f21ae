import type { Addresses } from '../../lib/reader/addresses.ts';
import type { Catalogue } from '../../lib/search/clause.ts';
import type { SearchEngine } from '../../lib/search/engine.ts';
import type { Fold } from '../../lib/search/fold.ts';
import { createIndexTier } from '../../lib/search/index-tier.ts';
import { fetchJson } from '../fetch-json.ts';
import { createPagefindAccess } from './pagefind-access.ts';

/** Search where the texts are too many to be shipped: a small collection does without this code. */
export function openIndex(addresses: Addresses, catalogue: Catalogue, fold: Fold): SearchEngine {
  return createIndexTier(catalogue, createPagefindAccess(addresses, catalogue, fetchJson), fold);
}
