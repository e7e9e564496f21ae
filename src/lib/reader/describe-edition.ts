import type { DocumentChanges, EditionsData } from '../../schemas/editions.ts';
import type { Say } from './interface-text.ts';
import { fillWords } from './search-text.ts';

/** What an edition changed in a document, in words: `收录，98 个编号`; `新编号 s1-12；停用 s1-3 → s1-12`. */
export function describeChanges({ ids, isNew, added, retired }: DocumentChanges, say: Say): string {
  if (isNew) return fillWords(say('editionFirst'), { ids });
  const gone = retired.map(({ id, movedTo }) =>
    movedTo.length > 0 ? `${id} → ${movedTo.join('、')}` : `${id}（${say('retiredGone')}）`,
  );
  return [
    added.length > 0 && `${say('editionAdded')} ${added.join('、')}`,
    gone.length > 0 && `${say('editionRetired')} ${gone.join('、')}`,
  ]
    .filter(Boolean)
    .join('；');
}

/** What an edition changed, a line a document. */
export function describeEdition(
  { documents }: EditionsData['editions'][number],
  nameOf: (slug: string) => string,
  say: Say,
): string[] {
  return Object.entries(documents).map(
    ([slug, changes]) => `${nameOf(slug)}：${describeChanges(changes, say)}`,
  );
}
