import { numberOfId, partOfId } from '../document/block-id.ts';
import { partNames } from './part-names.ts';

type PartName = (typeof partNames)[keyof typeof partNames];

/** What the first run of a block is called; nothing for others. */
export type Label = (kept: string) => { readonly label?: string; readonly document?: string };

/** Names the first run of each block, and the document where it changes. */
export function labelBlocks(titles: ReadonlyMap<string, string>, say: (key: PartName) => string): Label {
  const parts: Partial<Record<string, PartName>> = partNames;
  const seen = new Set<string>();
  let current: string | undefined;
  return (kept) => {
    if (seen.has(kept)) return {};
    seen.add(kept);
    const [slug = '', id = ''] = kept.split('#');
    const part = parts[partOfId(id)];
    const isNew = slug !== current;
    current = slug;
    return {
      label: part ? say(part) : (numberOfId(id) ?? id),
      ...(isNew && { document: titles.get(slug) ?? slug }),
    };
  };
}
