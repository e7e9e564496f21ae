import { toExactQuery } from '../../lib/search/character-words.ts';
import type { Answer, Hit, SearchEngine } from './engine.ts';

/** The part of Pagefind's own interface that is used. */
interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: readonly PagefindResult[] }>;
}
interface PagefindResult {
  readonly id: string;
  data(): Promise<{ meta: Record<string, string> }>;
}

/** Search in the Pagefind index that scripts/index.ts builds: one record a clause, its text as words of one character. */
export function openPagefind(folder: string): SearchEngine {
  let loading: Promise<Pagefind> | undefined;
  const load = async (): Promise<Pagefind> => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
    await pagefind.init();
    return pagefind;
  };

  return {
    async search(words): Promise<Answer> {
      loading ??= load();
      // A failed load is tried again at the next search.
      const pagefind = await loading.catch((error) => {
        loading = undefined;
        throw error;
      });
      let common: readonly PagefindResult[] | undefined;
      for (const word of words) {
        const { results } = await pagefind.search(toExactQuery(word));
        const ids = new Set(results.map(({ id }) => id));
        common = common ? common.filter(({ id }) => ids.has(id)) : results;
      }
      const hits = common ?? [];
      return {
        count: hits.length,
        load: async (from, to) =>
          Promise.all(hits.slice(from, to).map(async (result) => toHit((await result.data()).meta))),
      };
    },
  };
}

function toHit(meta: Record<string, string>): Hit {
  const { slug = '', id = '', number = '' } = meta;
  return {
    slug,
    id,
    number,
    title: { hans: meta['title-hans'] ?? '', hant: meta['title-hant'] ?? '' },
    text: { hans: meta['text-hans'] ?? '', hant: meta['text-hant'] ?? '' },
  };
}
