import { describePlace, type PartWords } from '../../lib/cite/describe-place.ts';
import { type Mark, readMark } from '../../lib/cite/mark.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import { addressId } from '../address-id.ts';
import { hashOf, partsOf, rangesOf } from './blocks.ts';

interface MarkWords extends PartWords {
  readonly markGone: string;
  readonly markRetired: string;
  readonly markChanged: string;
  readonly markUnread: string;
}

/**
 * Show what the address marks (`?mark=`): blocks, or words in them. Words that are not at the place they were cited at
 * are said to be missing; they are looked for nowhere else.
 * @param isNew whether the reader has just come to this address: then the page scrolls to what it marks
 * @returns what is to be said, or nothing
 */
export function showMark(words: MarkWords, isNew: boolean): string {
  const asked = new URLSearchParams(location.search).get('mark');
  CSS.highlights?.delete('cited');
  for (const block of document.querySelectorAll('.cited')) block.classList.remove('cited');
  const mark = readMark(asked ?? addressId());
  if (!mark) return asked === null ? '' : words.markUnread;
  const place = describePlace(mark, 'zh', words);
  const parts = partsOf(mark);
  if (!parts)
    return isElsewhere(mark)
      ? ''
      : fillWords(isRetired(mark) ? words.markRetired : words.markGone, { place });
  if (asked === null) return '';
  if (mark.hash && hashOf(parts) !== mark.hash) return fillWords(words.markChanged, { place });
  if (mark.hash && CSS.highlights) CSS.highlights.set('cited', new Highlight(...rangesOf(parts)));
  else for (const { block } of parts) block.element.classList.add('cited');
  // A mail program may have lost the fragment.
  if (isNew && !location.hash) parts[0]?.block.element.scrollIntoView();
  return '';
}

function isRetired({ from, to }: Mark): boolean {
  return [from.id, to.id].some((id) => document.getElementById(id)?.closest('.retired'));
}

/** A fragment may name what is in the page and is no block of the text: a section, a note. */
function isElsewhere({ from, to }: Mark): boolean {
  const named = document.getElementById(from.id);
  return from.id === to.id && named !== null && !named.closest('.retired');
}
