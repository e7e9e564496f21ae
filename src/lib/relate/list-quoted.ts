import type { Quoted } from '../../schemas/relations-data.ts';
import type { Fold } from '../search/fold.ts';
import { listEnclosed } from './list-enclosed.ts';
import type { Clause } from './word-weights.ts';

const quotationMarks = { opening: '“‘「『', closing: '”’」』' };

/** What a report puts between quotation marks, those inside others too, and where these very words stand in what it reports. */
export function listQuoted(
  blocks: readonly { readonly address: string; readonly text: string }[],
  targets: readonly Clause[],
  fold: Fold,
): Quoted[] {
  return blocks.flatMap(({ address, text }) => {
    const characters = Array.from(text);
    const spans = listEnclosed(characters, quotationMarks).filter(([from, to]) => from < to);
    return spans.map((span): Quoted => {
      const words = fold(characters.slice(...span).join(''));
      return {
        from: address,
        span,
        found: targets.filter((target) => target.text.includes(words)).map((target) => target.id),
      };
    });
  });
}
