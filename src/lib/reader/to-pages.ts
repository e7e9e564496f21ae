/** A list in parts of at most `size`, the first of which is there even where the list is empty. */
export function toPages<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const pages: (readonly Item[])[] = [];
  for (let from = 0; from < Math.max(items.length, 1); from += size)
    pages.push(items.slice(from, from + size));
  return pages;
}
