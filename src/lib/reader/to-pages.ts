import type { Script } from '../script/scripts.ts';

/** A list in parts of at most `size`, the first of which is there even where the list is empty. */
export function toPages<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const pages: (readonly Item[])[] = [];
  for (let from = 0; from < Math.max(items.length, 1); from += size)
    pages.push(items.slice(from, from + size));
  return pages;
}

/** What Astro asks of a list's pages after the first, which stands on a page of its own: their addresses, in a script. */
export function listFurtherPages(script: Script, pages: number) {
  return Array.from({ length: pages - 1 }, (_, index) => ({
    params: { script, page: String(index + 2) },
    props: { script, page: index + 2, pages },
  }));
}
