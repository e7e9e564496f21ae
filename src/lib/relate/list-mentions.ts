import type { Instrument } from '../../schemas/relations.ts';
import type { Mention } from '../../schemas/relations-data.ts';
import type { Fold } from '../search/fold.ts';
import { listEnclosed } from './list-enclosed.ts';

/** A title as printed, with where it stands (code points), without its marks. */
export interface PrintedTitle {
  readonly span: readonly [number, number];
  readonly title: string;
  /** As printed beside it. */
  readonly date?: string | undefined;
}

/** The titles that a block of published text prints. */
interface TitlesOfBlock {
  /** `slug#id` */
  readonly address: string;
  readonly printed: readonly PrintedTitle[];
}

const titleMarks = { opening: '《〈', closing: '》〉' };
const date = '\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?';
/** What is done with an instrument on a day, in both scripts. Not 生效的, 执行的: that goes on. */
const verbs = '签署|簽署|签订|簽訂|发表|發表|通过|通過|批准|缔结|締結|达成|達成|发布|發布|公布';
/** A date right before a title, or with the verb and the place between: 2001年7月16日签署的《…》. */
const dateBefore = new RegExp(`(${date})(?:(?:在\\p{Script=Han}{2,6})?(?:${verbs})的)?$`, 'u');
/** Or right after it: 《…》（2001年7月16日签署）. */
const dateAfter = new RegExp(`^（(${date})(?:${verbs})?）`, 'u');

/** What instruments the titles of a collection name. */
export function listMentions(
  blocks: readonly TitlesOfBlock[],
  instruments: readonly Instrument[],
  documents: readonly { readonly slug: string; readonly title: string }[],
  fold: Fold,
): Mention[] {
  /** A line break in a title is the line's, not the title's. */
  const foldTitle = (title: string) => fold(title.replaceAll('\n', ''));
  const names = new Map(
    instruments.flatMap(({ name, also }) => also.map((other) => [foldTitle(other), name])),
  );
  /** Where no editor has named it: the first spelling that folds to it. */
  const spellings = new Map<string, string>(instruments.map(({ name }) => [foldTitle(name), name]));
  const titles = new Map(documents.toReversed().map(({ slug, title }) => [foldTitle(title), slug]));
  return blocks.flatMap(({ address, printed }) =>
    printed.map(({ span, title, date }): Mention => {
      const folded = foldTitle(title);
      const spelling = names.get(folded) ?? spellings.get(folded) ?? title;
      spellings.set(folded, spelling);
      const to = titles.get(folded) ?? titles.get(foldTitle(spelling));
      return {
        from: address,
        span: [...span],
        title,
        instrument: spelling,
        ...(date && { date }),
        ...(to && { to }),
      };
    }),
  );
}

/** The titles between 《》 and 〈〉, those inside others too, in the order in which they begin. */
export function listTitles(text: string): PrintedTitle[] {
  if (!/[《〈]/u.test(text)) return [];
  const characters = Array.from(text);
  return listEnclosed(characters, titleMarks).map(([from, to]) => ({
    span: [from, to],
    title: characters.slice(from, to).join(''),
    date:
      dateBefore.exec(characters.slice(0, from - 1).join(''))?.[1] ??
      dateAfter.exec(characters.slice(to + 1).join(''))?.[1],
  }));
}
