import { describePlace, type PartWords } from '../../lib/cite/describe-place.ts';
import { readMark } from '../../lib/cite/mark.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { hashOf, listBlocks, partsOf, rangesOf } from './blocks.ts';

interface MarkWords extends PartWords {
  readonly markGone: string;
  readonly markChanged: string;
  readonly markUnread: string;
}

/**
 * Show what the address marks (`?mark=`): blocks, or words in them. Words that are not at the place they were cited at
 * are said to be missing; they are looked for nowhere else.
 * @returns what is to be said, or nothing
 */
export function showMark(words: MarkWords): string {
  const asked = new URLSearchParams(location.search).get('mark');
  CSS.highlights?.delete('cited');
  for (const block of document.querySelectorAll('.cited')) block.classList.remove('cited');
  if (asked === null) return '';
  const mark = readMark(asked);
  if (!mark) return words.markUnread;
  const place = describePlace(mark, 'zh', words);
  const parts = partsOf(mark, listBlocks());
  if (!parts) return fillWords(words.markGone, { place });
  if (mark.hash && hashOf(parts) !== mark.hash) return fillWords(words.markChanged, { place });
  if (mark.hash && CSS.highlights) CSS.highlights.set('cited', new Highlight(...rangesOf(parts)));
  else for (const { block } of parts) block.text.closest('[id]')?.classList.add('cited');
  return '';
}
