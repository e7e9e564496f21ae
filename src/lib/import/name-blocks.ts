import type { PermalinkEntry } from '../../schemas/permalinks.ts';
import { partOfId } from '../document/block-id.ts';
import { alignTokens } from '../relate/align.ts';
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
  const takeNextId = startNumbering(Object.keys(published));

  const named = blocks.map((block, index): NamedBlock => {
    const id = block.part === 'heading' ? `s${block.section}` : (ids[index] ?? takeNextId(block));
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
    const runs = alignTokens(
      active.map(([, entry]) => entry.sha256),
      places.map((place) => hashes[place] ?? ''),
    );
    for (const { base, witness, length } of runs)
      for (let at = 0; at < length; at += 1) take(places[witness + at] ?? -1, active[base + at]?.[0] ?? '');
    const free = Map.groupBy(entries.filter(([id]) => !taken.has(id)).reverse(), ([, entry]) => entry.sha256);
    for (const place of places) {
      if (ids[place] !== undefined) continue;
      const back = free.get(hashes[place] ?? '')?.pop();
      if (back) take(place, back[0]);
    }
  }
  return ids;
}

/** Ids never used before, family by family. A title and a dateline have no number at first. */
function startNumbering(published: readonly string[]): (block: SectionedBlock) => string {
  const lastNumbers = new Map<string, number>();
  return (block) => {
    const family = familyOf(block);
    const last = lastNumbers.get(family) ?? lastNumberOf(family, published);
    lastNumbers.set(family, last + 1);
    if (family !== block.part) return `${family}${last + 1}`;
    return last === 0 ? family : `${family}-${last + 1}`;
  };
}

function lastNumberOf(family: string, ids: readonly string[]): number {
  return ids
    .filter((id) => isOfFamily(id, family))
    .map((id) => Number(/\d*$/.exec(id.slice(family.length))?.[0] || 1))
    .reduce((last, number) => Math.max(last, number), 0);
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
  const inUse = new Set(order);
  const retired = new Map<string | undefined, string[]>();
  let before: string | undefined;
  for (const id of Object.keys(published))
    if (inUse.has(id)) before = id;
    else if (!retired.get(before)?.push(id)) retired.set(before, [id]);
  const withRetired = [undefined, ...order].flatMap((id) => [
    ...(id === undefined ? [] : [id]),
    ...(retired.get(id) ?? []),
  ]);
  return Object.fromEntries(withRetired.map((id) => [id, entries.get(id) as PermalinkEntry]));
}
