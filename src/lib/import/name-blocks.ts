import type { PermalinkEntry } from '../../schemas/permalinks.ts';
import { sha256 } from '../text/sha256.ts';
import { shareOfText } from '../text/share-of-text.ts';
import type { SectionedBlock } from './open-sections.ts';

/** A block with its text and its id. */
export interface NamedBlock extends SectionedBlock {
  readonly id: string;
  readonly text: string;
}

/** The published ids of one document, in order. */
export type DocumentPermalinks = Readonly<Record<string, PermalinkEntry>>;

/** Two texts share this much of the shorter one's pairs of characters: one went into the other. */
const shareOfMoved = 0.5;

/**
 * Give every block its id. A published id stays with its text: blocks match by the SHA-256 of their text,
 * first in order, then wherever the text went. A block without an id takes the next number that its family
 * (`p`, `s3-`, `signature-` …) has never used; an id whose text is gone retires, `movedTo` the blocks that
 * took its text over.
 *
 * Headings are not published ids of their own: `s3` is the number that the source prints.
 *
 * @param published the register as it stands, `{}` for a new document
 * @param oldTexts the texts of published ids where they are known, to find where a text went
 */
export function nameBlocks(
  blocks: readonly (SectionedBlock & { readonly text: string })[],
  published: DocumentPermalinks,
  oldTexts: ReadonlyMap<string, string>,
): { blocks: NamedBlock[]; permalinks: DocumentPermalinks } {
  const hashes = blocks.map((block) => (block.part === 'heading' ? null : sha256(block.text)));
  const ids = matchIds(hashes, published);
  const used = new Set(Object.keys(published));

  const named = blocks.map((block, index): NamedBlock => {
    const id = block.part === 'heading' ? `s${block.section}` : (ids[index] ?? takeNextId(block, used));
    return { ...block, id };
  });

  const entries = new Map<string, PermalinkEntry>();
  for (const [index, { id }] of named.entries()) {
    const hash = hashes[index];
    if (hash) entries.set(id, { sha256: hash });
  }
  for (const [id, entry] of Object.entries(published))
    if (!entries.has(id))
      entries.set(id, { sha256: entry.sha256, movedTo: entry.movedTo ?? findMoved(oldTexts.get(id), named) });
  return { blocks: named, permalinks: sortEntries(entries, named, published) };
}

/** Match blocks with active ids: the longest common sequence of hashes first, then any that are left. */
function matchIds(hashes: readonly (string | null)[], published: DocumentPermalinks): (string | undefined)[] {
  const active = Object.entries(published).filter(([, entry]) => !entry.movedTo);
  const ids: (string | undefined)[] = hashes.map(() => undefined);

  // lengths[i][j]: the longest common sequence of the active ids from i and the blocks from j.
  const lengths = Array.from({ length: active.length + 1 }, () => new Uint32Array(hashes.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = active.length - 1; i >= 0; i -= 1)
    for (let j = hashes.length - 1; j >= 0; j -= 1)
      (lengths[i] as Uint32Array)[j] =
        active[i]?.[1].sha256 === hashes[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));

  const taken = new Set<string>();
  for (let i = 0, j = 0; i < active.length && j < hashes.length; ) {
    const [id = '', entry] = active[i] ?? [];
    if (entry?.sha256 === hashes[j]) {
      ids[j] = id;
      taken.add(id);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }

  // A text that moved, or that came back after its id had retired, is still the text of its id.
  for (const [j, hash] of hashes.entries()) {
    if (ids[j] !== undefined || hash === null) continue;
    const back = Object.entries(published).find(([id, entry]) => entry.sha256 === hash && !taken.has(id));
    if (!back) continue;
    ids[j] = back[0];
    taken.add(back[0]);
  }
  return ids;
}

/** The next id of a block's family that was never used; marks it as used. */
function takeNextId(block: SectionedBlock, used: Set<string>): string {
  const { part, section } = block;
  const isSingle = part === 'title' || part === 'dateline';
  if (isSingle && !used.has(part)) {
    used.add(part);
    return part;
  }
  const family = part === 'paragraph' ? (section === null ? 'p' : `s${section}-`) : `${part}-`;
  let number = isSingle ? 2 : 1;
  for (const id of used)
    if (id.startsWith(family) && /^\d+$/.test(id.slice(family.length)))
      number = Math.max(number, Number(id.slice(family.length)) + 1);
  const id = `${family}${number}`;
  used.add(id);
  return id;
}

function findMoved(oldText: string | undefined, blocks: readonly NamedBlock[]): string[] {
  if (oldText === undefined) return [];
  return blocks
    .filter(({ part, text }) => part !== 'heading' && shareOfText(oldText, text) >= shareOfMoved)
    .map(({ id }) => id);
}

/** In the order of the document; a retired id after the one it followed when it was published. */
function sortEntries(
  entries: ReadonlyMap<string, PermalinkEntry>,
  blocks: readonly NamedBlock[],
  published: DocumentPermalinks,
): DocumentPermalinks {
  const order = blocks.filter(({ part }) => part !== 'heading').map(({ id }) => id);
  const publishedIds = Object.keys(published);
  for (const [index, id] of publishedIds.entries())
    if (!order.includes(id)) {
      const before = publishedIds.slice(0, index).findLast((other) => order.includes(other));
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    }
  return Object.fromEntries(order.map((id) => [id, entries.get(id) as PermalinkEntry]));
}
