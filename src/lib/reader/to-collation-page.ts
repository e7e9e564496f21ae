import type { Collation, Difference, DifferenceKind } from '../../schemas/relations-data.ts';
import { paragraphBreak } from '../relate/changes.ts';
import { readPlace } from '../relate/collate.ts';
import type { InterfaceKey } from './interface-text.ts';
import type { NamedBlock, NamedDocument, RelationTexts } from './relation-texts.ts';

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
  /** In the page's script; a long one is shortened in the middle. */
  readonly text: string;
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
export function toWitnessView(collation: Collation, texts: RelationTexts): WitnessView {
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
    const witness = toReading(difference.witness, collation.witness, undefined, texts);
    return {
      reading: `〔${difference.kind === 'wording' ? witness.text || say('none') : witness.text || say(name)}〕`,
      anchor: `${collation.witness}.${difference.id}`,
      kind: difference.kind,
      kindName: say(name),
      isFormal,
      base: toReading(difference.base, collation.base, idOf(difference), texts),
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

const idOf = ({ id }: Difference) => id.slice(0, id.lastIndexOf('.'));

function toReading(
  reading: Difference['base'],
  slug: string,
  id: string | undefined,
  texts: RelationTexts,
): ReadingView {
  const block = texts.block(`${slug}#${id ?? readPlace(reading.from).at}`);
  return {
    label: block.label,
    href: block.href,
    text: texts.convert(reading.text, slug),
    lang: block.lang,
  };
}

/** The base's text with each difference where it begins; one that goes on in the next block is marked to the end of its own. */
function toBlocks(
  { differences: all }: Collation,
  blocks: readonly NamedBlock[],
  views: readonly DifferenceView[],
): WitnessView['blocks'] {
  return blocks.map((block) => {
    const stretches: CollatedStretch[] = [];
    let at = 0;
    for (const [index, difference] of all.entries()) {
      const view = views[index];
      if (!view) continue;
      // A paragraph with the break before it stands in its own block.
      const isWhole = difference.base.text.startsWith(paragraphBreak) && difference.base.text.length > 1;
      const from = isWhole ? { at: idOf(difference), offset: 0 } : readPlace(difference.base.from);
      if (from.at !== block.id) continue;
      const to = readPlace(difference.base.to);
      const end = to.at === block.id ? to.offset : block.characters.length;
      if (from.offset > at) stretches.push({ text: block.characters.slice(at, from.offset).join('') });
      stretches.push({ text: block.characters.slice(from.offset, end).join(''), difference: view });
      at = end;
    }
    if (at < block.characters.length) stretches.push({ text: block.characters.slice(at).join('') });
    return { block, stretches };
  });
}
