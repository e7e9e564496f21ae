import type { Addresses } from '../../lib/reader/addresses.ts';
import type { Catalogue } from '../../lib/search/clause.ts';
import type { IndexAccess } from '../../lib/search/index-tier.ts';
import { createShardLoader } from '../../lib/search/load-shards.ts';

/** The part of Pagefind's own interface that is used. */
interface Pagefind {
  options(options: { metaCacheTag: string }): Promise<void>;
  init(): Promise<void>;
  destroy(): Promise<void>;
  mergeIndex(address: string, options: { metaCacheTag: string }): Promise<void>;
  search(query: string): Promise<{ results: readonly { id: string }[] }>;
}

/** Of a page: searches in both scripts ask the same index, and its volumes are merged once. */
let loading: Promise<Pagefind> | undefined;

/** The index and the texts of a site, fetched as they are needed. */
export function createPagefindAccess(
  addresses: Addresses,
  catalogue: Catalogue,
  fetchJson: <Data>(address: string) => Promise<Data>,
): IndexAccess {
  const { version = '', volumes = 0 } = catalogue.shards ?? {};
  const load = async (): Promise<Pagefind> => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${addresses.pagefind()}pagefind.js`);
    try {
      // Without it every visit asks for the index's entry under another address.
      await pagefind.options({ metaCacheTag: version });
      await pagefind.init();
      for (let volume = 1; volume < volumes; volume += 1)
        await pagefind.mergeIndex(`${addresses.pagefind()}${volume}/`, { metaCacheTag: version });
    } catch (error) {
      // It would keep what could not be read, and fail for good.
      await pagefind.destroy();
      throw error;
    }
    return pagefind;
  };
  return {
    async findRecords(query) {
      // A failed load is tried again at the next search.
      loading ??= load().catch((error) => {
        loading = undefined;
        throw error;
      });
      const { results } = await (await loading).search(query);
      return results.map(({ id }) => id);
    },
    loadShard: createShardLoader(catalogue, (path) => fetchJson(addresses.root + path)),
  };
}
