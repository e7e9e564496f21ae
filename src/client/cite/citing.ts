import { describePlace } from '../../lib/cite/describe-place.ts';
import { type Mark, toFragment } from '../../lib/cite/mark.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { ToolWords } from '../cite-tools.ts';
import { copyText } from '../clipboard.ts';
import { currentBlock } from '../reading/reading-place.ts';
import { markOfSelection } from './blocks.ts';
import { openCiteDialog } from './cite-dialog.ts';
import { showMark } from './show-mark.ts';

/** What a reader can do to cite something of the document in the page. */
export interface Citing {
  /** What is selected of the text. */
  selected(): Mark | undefined;
  /** What a key is about: what is selected, else the block the reader is at. */
  chosen(target: Element): Mark | undefined;
  copyLink(mark: Mark | undefined): Promise<void>;
  /** @throws Error where the citations cannot be read */
  open(mark: Mark | undefined): Promise<void>;
  /** Show what the address marks, and where the reader has just come to it, say what is wrong with it. */
  showMark(isNew: boolean): void;
}

/** Addresses, as the page gives them. */
interface Addresses {
  /** The document’s citations, and its page of them. */
  readonly file?: string;
  readonly page?: string;
  /** Of the page, where the site knows its own. */
  readonly address?: string;
}

/** The tools for citing, in words and by addresses of the page. */
export function createCiting(words: ToolWords, addresses: Addresses, say: (words: string) => void): Citing {
  const { file = '', page = '' } = addresses;
  // Where the site does not know its own address, the one it has here.
  const address = addresses.address ?? addressHere();
  const linkTo = (mark: Mark) => `${address}${toFragment(mark)}`;
  return {
    selected: markOfSelection,
    chosen: (target) => {
      const id = currentBlock(target)?.id;
      return markOfSelection() ?? (id ? { from: { id }, to: { id } } : undefined);
    },
    copyLink: async (mark) => {
      if (!mark) return;
      const isCopied = await copyText(linkTo(mark));
      const place = describePlace(mark, 'zh', words);
      const copied = mark.hash ? words.copiedWords : fillWords(words.copiedLink, { place });
      // Where a browser refuses, the link can be taken from the tools.
      if (isCopied) say(copied);
      else await openCiteDialog(mark, { words, file, page, linkTo });
    },
    open: async (mark) => {
      if (mark) await openCiteDialog(mark, { words, file, page, linkTo });
    },
    showMark: (isNew) => {
      const said = showMark(words, isNew);
      if (isNew) say(said);
    },
  };
}

/** The address of this page; on a disk, its place in the site: where the reader keeps it is nobody's business. */
function addressHere(): string {
  if (location.protocol !== 'file:') return `${location.origin}${location.pathname}`;
  return location.pathname.replace(/^.*\/(?=han[st]\/)/, '').replace(/index\.html$/, '');
}
