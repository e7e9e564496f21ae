import type { PermalinkEntry } from '../../schemas/permalinks.ts';
import { partOfId } from '../document/block-id.ts';
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
 * Give every block its id. A published id stays with its text: blocks match by the SHA-256 of their text within their
 * family (`p`, `s3-`, `title` …), first in order, then wherever in the family the text went. A block without an id
 * takes the next number that its family has never used; an id whose text is gone retires, `movedTo` the blocks that
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
  const ids = matchIds(blocks.map(familyOf), hashes, published);
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
      entries.set(id, {
        sha256: entry.sha256,
        movedTo: entry.movedTo ?? findMoved(id, oldTexts.get(id), named),
      });
  return { blocks: named, permalinks: sortEntries(entries, named, published) };
}

/** Ids of one family are told apart by their number: `p`, `s3-`, `title`, `signature-` … */
function familyOf({ part, section }: SectionedBlock): string {
  if (part === 'paragraph') return section === null ? 'p' : `s${section}-`;
  return part === 'title' || part === 'dateline' ? part : `${part}-`;
}

function isOfFamily(id: string, family: string): boolean {
  return id.startsWith(family) && /^(?:-?\d+)?$/.test(id.slice(family.length));
}

/**
 * Match blocks with ids, family by family: the longest common sequence of hashes first, then what is left over,
 * also of ids that had retired: a text that comes back is still the text of its id.
 */
function matchIds(
  families: readonly string[],
  hashes: readonly (string | null)[],
  published: DocumentPermalinks,
): (string | undefined)[] {
  const ids: (string | undefined)[] = hashes.map(() => undefined);
  for (const family of new Set(families)) {
    const places = families.flatMap((other, place) => (other === family && hashes[place] ? [place] : []));
    const entries = Object.entries(published).filter(([id]) => isOfFamily(id, family));
    const active = entries.filter(([, entry]) => !entry.movedTo);
    const taken = new Set<string>();
    const take = (place: number, id: string) => {
      ids[place] = id;
      taken.add(id);
    };
    const pairs = longestCommon(
      active.map(([, entry]) => entry.sha256),
      places.map((place) => hashes[place] ?? ''),
    );
    for (const [i, j] of pairs) take(places[j] ?? -1, active[i]?.[0] ?? '');
    for (const place of places) {
      if (ids[place] !== undefined) continue;
      const back = entries.find(([id, entry]) => entry.sha256 === hashes[place] && !taken.has(id));
      if (back) take(place, back[0]);
    }
  }
  return ids;
}

/** The longest common sequence of two lists, as pairs of indexes. */
function longestCommon(first: readonly string[], second: readonly string[]): [number, number][] {
  // lengths[i][j]: the longest common sequence of `first` from i and `second` from j.
  const lengths = Array.from({ length: first.length + 1 }, () => new Uint32Array(second.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = first.length - 1; i >= 0; i -= 1)
    for (let j = second.length - 1; j >= 0; j -= 1)
      (lengths[i] as Uint32Array)[j] =
        first[i] === second[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));

  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i] === second[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The next id of a block's family that was never used; marks it as used. A title and a dateline have no number at first. */
function takeNextId(block: SectionedBlock, used: Set<string>): string {
  const family = familyOf(block);
  const isBare = family === block.part;
  const numbers = [...used]
    .filter((id) => isOfFamily(id, family))
    .map((id) => Number(/\d*$/.exec(id.slice(family.length))?.[0] || 1));
  const next = Math.max(0, ...numbers) + 1;
  const id = !isBare ? `${family}${next}` : next === 1 ? family : `${family}-${next}`;
  used.add(id);
  return id;
}

/** The blocks of the same part that took a text over: a title does not go into a paragraph that says as much. */
function findMoved(id: string, oldText: string | undefined, blocks: readonly NamedBlock[]): string[] {
  if (oldText === undefined) return [];
  return blocks
    .filter(({ part, text }) => part === partOfId(id) && shareOfText(oldText, text) >= shareOfMoved)
    .map((block) => block.id);
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
