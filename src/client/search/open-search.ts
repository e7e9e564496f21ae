import { type Addresses, addressesUnder } from '../../lib/reader/addresses.ts';
import type { Script } from '../../lib/script/scripts.ts';
import type { Catalogue } from '../../lib/search/clause.ts';
import type { SearchEngine } from '../../lib/search/engine.ts';
import { createExactTier } from '../../lib/search/exact-tier.ts';
import { createFold, type Fold } from '../../lib/search/fold.ts';
import { fetchJson } from '../fetch-json.ts';

// For who folds without searching: a module of its own would be one more file for everybody.
export { createFold };

/** All that a search in a page needs. */
export interface Search {
  readonly catalogue: Catalogue;
  readonly fold: Fold;
  readonly engine: SearchEngine;
  readonly addresses: Addresses;
}

/** By script: a page for readers of both has a box for each. */
const opened = new Map<Script, Promise<Search>>();

/** Load the catalogue of a script, once. After a failure the next call tries again. @throws Error */
export function openSearch(root: string, script: Script): Promise<Search> {
  const search = opened.get(script) ?? open(addressesUnder(root), script);
  opened.set(script, search);
  search.catch(() => opened.delete(script));
  return search;
}

async function open(addresses: Addresses, script: Script): Promise<Search> {
  const catalogue = inlineCatalogue(script) ?? (await fetchJson<Catalogue>(addresses.catalogue(script)));
  const fold = createFold(catalogue.fold);
  const engine = catalogue.shards
    ? (await import('./open-index.ts')).openIndex(addresses, catalogue, fold)
    : createExactTier(catalogue, fold);
  return { catalogue, fold, engine, addresses };
}

/** A page that is all in one file has the catalogue in it: over `file://` nothing can be fetched. */
function inlineCatalogue(script: Script): Catalogue | undefined {
  const element = document.querySelector(`script[type="application/json"][data-catalogue="${script}"]`);
  return element ? JSON.parse(element.textContent ?? '') : undefined;
}
