import type { Quoted } from '../../schemas/relations-data.ts';
import type { Fold } from '../search/fold.ts';
import type { Clause } from './word-weights.ts';

/** Opening quotation marks, each with its closing one at the same place. */
const opening = '“‘「『';
const closing = '”’」』';

/** What a report puts between quotation marks, those inside others too, and where these very words stand in what it reports. */
export function listQuoted(
  blocks: readonly { readonly address: string; readonly text: string }[],
  targets: readonly Clause[],
  fold: Fold,
): Quoted[] {
  return blocks.flatMap(({ address, text }) => {
    const characters = Array.from(text);
    return listSpans(characters).map((span): Quoted => {
      const words = fold(characters.slice(...span).join(''));
      return {
        from: address,
        span,
        found: targets.filter((target) => target.text.includes(words)).map((target) => target.id),
      };
    });
  });
}

/** Between which places quotation marks stand, in the order in which they open; one without its other half is none. */
function listSpans(characters: readonly string[]): [from: number, to: number][] {
  const open: { at: number; kind: number }[] = [];
  const spans: [number, number][] = [];
  for (const [at, character] of characters.entries()) {
    const kind = opening.indexOf(character);
    if (kind >= 0) open.push({ at, kind });
    const last = open.findLastIndex((mark) => mark.kind === closing.indexOf(character));
    const [mark] = last < 0 ? [] : open.splice(last);
    if (mark && at > mark.at + 1) spans.push([mark.at + 1, at]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}
