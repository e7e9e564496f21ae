import type { Collation, Difference, DifferenceKind } from '../../schemas/relations-data.ts';
import { paragraphBreak } from '../relate/changes.ts';
import { blockOf, readPlace } from '../relate/collate.ts';
import type { CollectionTexts, NamedBlock, NamedDocument } from './collection-texts.ts';
import type { InterfaceKey } from './interface-text.ts';

/** What differs in what is said, and what differs in form only; in the order in which a page lists them. */
export const differenceKinds: Readonly<
  Record<DifferenceKind, { readonly name: InterfaceKey; readonly isFormal: boolean }>
> = {
  lacking: { name: 'differenceLacking', isFormal: false },
  added: { name: 'differenceAdded', isFormal: false },
  moved: { name: 'differenceMoved', isFormal: false },
  wording: { name: 'differenceWording', isFormal: false },
  joined: { name: 'differenceJoined', isFormal: true },
  split: { name: 'differenceSplit', isFormal: true },
  number: { name: 'differenceNumber', isFormal: true },
  punctuation: { name: 'differencePunctuation', isFormal: true },
  script: { name: 'differenceScript', isFormal: true },
};

/** Kinds of which there is nothing to read in the witness: what it does is said instead. */
const wordless: ReadonlySet<DifferenceKind> = new Set(['lacking', 'moved', 'joined']);

/** A difference as a row of a table and as a note in the text. */
export interface DifferenceView {
  /** The anchor: `<witness>.<id>`. */
  readonly anchor: string;
  readonly kind: DifferenceKind;
  readonly kindName: string;
  readonly isFormal: boolean;
  readonly base: ReadingView;
  readonly witness: ReadingView;
  /** What stands in brackets in the text: the witness's reading, or what it does. */
  readonly reading: string;
  /** Where it begins and how long it is in the base's text, in thousandths. */
  readonly x: number;
  readonly width: number;
}

interface ReadingView {
  readonly label: string;
  readonly href: string;
  /** In the page's script, with some characters of its paragraph before and after it. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly lang: string;
}

/** A stretch of the base's text in the reading view. */
export type CollatedStretch =
  | { readonly text: string; readonly difference?: undefined }
  | { readonly text: string; readonly difference: DifferenceView };

export interface WitnessView {
  readonly witness: NamedDocument;
  readonly counts: readonly { readonly name: string; readonly isFormal: boolean; readonly count: number }[];
  readonly differences: readonly DifferenceView[];
  /** The base's blocks, each with what differs in it in its place. */
  readonly blocks: readonly { readonly block: NamedBlock; readonly stretches: readonly CollatedStretch[] }[];
  /** Where sections begin on the map, in thousandths. */
  readonly sections: readonly { readonly label: string; readonly x: number }[];
}

/** A witness of a document, difference by difference. */
export function toWitnessView(collation: Collation, texts: CollectionTexts): WitnessView {
  const { say } = texts;
  const blocks = texts.blocks(collation.base);
  const starts = new Map<string, number>();
  let total = 0;
  for (const { id, characters } of blocks) {
    starts.set(id, total);
    total += characters.length + 1;
  }
  const placeOf = (place: string) => {
    const { at, offset } = readPlace(place);
    return (starts.get(at) ?? 0) + offset;
  };
  const toX = (place: number) => Math.round((place / total) * 10_000) / 10;

  const differences = collation.differences.map((difference): DifferenceView => {
    const { name, isFormal } = differenceKinds[difference.kind];
    const x = toX(placeOf(difference.base.from));
    const witness = toReading(difference.witness, collation.witness, texts);
    return {
      reading: `〔${witness.text || (wordless.has(difference.kind) ? say(name) : say('none'))}〕`,
      anchor: `${collation.witness}.${difference.id}`,
      kind: difference.kind,
      kindName: say(name),
      isFormal,
      base: toReading(difference.base, collation.base, texts),
      witness,
      x,
      width: Math.max(toX(placeOf(difference.base.to)) - x, 3),
    };
  });
  return {
    witness: texts.document(collation.witness),
    counts: Object.entries(differenceKinds).flatMap(([kind, { name, isFormal }]) => {
      const count = differences.filter((difference) => difference.kind === kind).length;
      return count > 0 ? [{ name: say(name), isFormal, count }] : [];
    }),
    differences,
    blocks: toBlocks(collation, blocks, differences),
    sections: blocks.flatMap(({ id, characters }) =>
      /^s\d+$/.test(id) ? [{ label: characters.join(''), x: toX(starts.get(id) ?? 0) }] : [],
    ),
  };
}

/** Characters of context. */
const context = 5;

function toReading(reading: Difference['base'], slug: string, texts: CollectionTexts): ReadingView {
  const [from, to] = [readPlace(reading.from), readPlace(reading.to)];
  const block = texts.block(`${slug}#${blockOf(reading)}`);
  const characters = (at: string) => texts.block(`${slug}#${at}`).characters;
  // Of a paragraph that is whole, or lacking as a whole, the others around it are no context.
  const isPart = !reading.text.includes(paragraphBreak) || reading.text === paragraphBreak;
  return {
    before: isPart
      ? characters(from.at)
          .slice(Math.max(0, from.offset - context), from.offset)
          .join('')
      : '',
    after: isPart
      ? characters(to.at)
          .slice(to.offset, to.offset + context)
          .join('')
      : '',
    label: block.label,
    href: block.href,
    text: texts.convert(reading.text, slug),
    lang: block.lang,
  };
}

/** The base's text with what differs in it; a difference that goes on in other blocks is marked in each of them. */
function toBlocks(
  { differences: all }: Collation,
  blocks: readonly NamedBlock[],
  views: readonly DifferenceView[],
): WitnessView['blocks'] {
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const indexOf = (id: string) => order.get(id) ?? -1;
  return blocks.map((block, index) => {
    const stretches: CollatedStretch[] = [];
    let at = 0;
    const add = (to: number, difference?: DifferenceView) => {
      const text = block.characters.slice(at, to).join('');
      if (difference) stretches.push({ text, difference });
      else if (text !== '') stretches.push({ text });
      at = to;
    };
    for (const [place, difference] of all.entries()) {
      const view = views[place];
      const [first, to] = [readPlace(difference.base.from), readPlace(difference.base.to)];
      const own = indexOf(blockOf(difference.base));
      if (!view || index < own || index > indexOf(to.at)) continue;
      const end = indexOf(to.at) === index ? to.offset : block.characters.length;
      // Nothing of the next block is in a difference that ends with the break before it.
      if (index > own && end === 0) continue;
      add(index === indexOf(first.at) ? first.offset : 0);
      add(end, view);
    }
    add(block.characters.length);
    return { block, stretches };
  });
}
