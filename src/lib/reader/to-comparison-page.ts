import type { Parallel, RelationsData } from '../../schemas/relations-data.ts';
import { partOfId } from '../document/block-id.ts';
import { longestRising } from '../relate/align.ts';
import {
  type CollectionTexts,
  describeDecision,
  type NamedBlock,
  type NamedDocument,
} from './collection-texts.ts';
import type { InterfaceKey } from './interface-text.ts';
import { markBoth, type Stretch } from './marked-text.ts';

const parallelKinds: Readonly<Record<Parallel['kind'], InterfaceKey>> = {
  identical: 'parallelIdentical',
  near: 'parallelNear',
  related: 'parallelRelated',
};

export interface ParallelView {
  readonly id: string;
  readonly kind: Parallel['kind'];
  readonly kindName: string;
  readonly score: string;
  readonly from: NamedBlock;
  readonly to: NamedBlock;
  readonly fromStretches: readonly Stretch[];
  readonly toStretches: readonly Stretch[];
  readonly shared: readonly string[];
  /** Whether it stands elsewhere in the order of the other document. */
  readonly isMoved: boolean;
  readonly decided: string | undefined;
  /** The band of the picture that joins the two clauses, as an SVG path. */
  readonly band: string;
}

export interface ComparisonPage {
  readonly from: NamedDocument;
  readonly to: NamedDocument;
  readonly counts: readonly { readonly name: string; readonly count: number }[];
  readonly parallels: readonly ParallelView[];
  /** What is missing in the two documents: no counterpart may be found there. */
  readonly gaps: readonly { readonly after: NamedBlock; readonly name: string; readonly reason: string }[];
  /** What was found and is none, with the editor's reason. */
  readonly rejected: readonly {
    readonly from: NamedBlock;
    readonly to: NamedBlock;
    readonly reason: string;
  }[];
  /** Clauses without a counterpart. */
  readonly onlyFrom: readonly NamedBlock[];
  readonly onlyTo: readonly NamedBlock[];
  readonly picture: Picture;
}

/** Two columns of clauses, each as high as it is long. */
export interface Picture {
  readonly height: number;
  readonly columns: readonly { readonly x: number; readonly bars: readonly Bar[] }[];
}

interface Bar {
  readonly href: string;
  readonly label: string;
  readonly y: number;
  readonly height: number;
  readonly isMatched: boolean;
}

/** Measures of the picture, in units of its own. */
const picture = { height: 900, bar: 26, gap: 208, edge: 30, space: 1 };

/** Two documents, clause by clause. */
export function toComparisonPage(
  from: string,
  to: string,
  { parallels, rejected }: Pick<RelationsData, 'parallels' | 'rejected'>,
  texts: CollectionTexts,
): ComparisonPage {
  const { say } = texts;
  const isBetween = (link: Pick<Parallel, 'from' | 'to'>) =>
    link.from.startsWith(`${from}#`) && link.to.startsWith(`${to}#`);
  const links = parallels.filter(isBetween);
  const matched = new Set(links.flatMap((link) => [link.from, link.to]));
  const clausesOf = (slug: string) => texts.blocks(slug).filter(({ id }) => partOfId(id) === 'paragraph');
  const addressOf = ({ slug, id }: NamedBlock) => `${slug}#${id}`;
  const isOnly = (block: NamedBlock) => !matched.has(addressOf(block));
  const moved = findMoved(links, clausesOf(to).map(addressOf));
  const columns = [
    layColumn(clausesOf(from), picture.edge, matched),
    layColumn(clausesOf(to), picture.edge + picture.bar + picture.gap, matched),
  ] as const;

  return {
    from: texts.document(from),
    to: texts.document(to),
    counts: [
      ...(Object.keys(parallelKinds) as Parallel['kind'][]).map((kind) => ({
        name: say(parallelKinds[kind]),
        count: links.filter((link) => link.kind === kind).length,
      })),
      { name: say('parallelMoved'), count: moved.size },
    ],
    parallels: links.map((link): ParallelView => {
      const [one, other] = [texts.block(link.from), texts.block(link.to)];
      const marked = markBoth(one, other);
      return {
        id: link.id,
        kind: link.kind,
        kindName: say(parallelKinds[link.kind]),
        score: `${Math.round(link.score * 100)} %`,
        from: one,
        to: other,
        fromStretches: marked.one,
        toStretches: marked.other,
        shared: (link.shared ?? []).map((text) => texts.convert(text, from)),
        isMoved: moved.has(link.id),
        decided: describeDecision(link.decided, texts),
        band: toBand(columns[0].barOf(one.id), columns[1].barOf(other.id)),
      };
    }),
    gaps: [from, to].flatMap((slug) => {
      const { document, name } = texts.document(slug);
      return document.gaps.map(({ after, reason }) => ({
        after: texts.block(`${slug}#${after}`),
        name,
        reason: texts.convert(reason),
      }));
    }),
    rejected: rejected.filter(isBetween).map((pair) => ({
      from: texts.block(pair.from),
      to: texts.block(pair.to),
      reason: texts.convert(pair.reason),
    })),
    onlyFrom: clausesOf(from).filter(isOnly),
    onlyTo: clausesOf(to).filter(isOnly),
    picture: { height: picture.height, columns },
  };
}

/**
 * Which links go out of order: those of clauses whose best link is not among the most that stand in the same order
 * in both documents.
 */
function findMoved(links: readonly Parallel[], order: readonly string[]): Set<string> {
  const best = new Map<string, Parallel>();
  for (const link of links) if (link.score > (best.get(link.from)?.score ?? -1)) best.set(link.from, link);
  // Two clauses with the same counterpart are in order.
  const row = [...best.values()].map((link, index) => ({
    link,
    witness: order.indexOf(link.to) * links.length + index,
  }));
  const kept = new Set(longestRising(row).map(({ link }) => link.from));
  return new Set(links.filter(({ from }) => !kept.has(from)).map(({ id }) => id));
}

function layColumn(blocks: readonly NamedBlock[], x: number, matched: ReadonlySet<string>) {
  const length = blocks.reduce((sum, { characters }) => sum + characters.length, 0);
  const scale = (picture.height - picture.space * blocks.length) / Math.max(length, 1);
  let y = 0;
  const bars = blocks.map(({ slug, id, characters, label, href }): Bar & { id: string } => {
    const height = characters.length * scale;
    const bar = {
      id,
      href,
      label,
      y: round(y),
      height: round(height),
      isMatched: matched.has(`${slug}#${id}`),
    };
    y += height + picture.space;
    return bar;
  });
  return { x, bars, barOf: (id: string) => bars.find((bar) => bar.id === id) };
}

function toBand(one: Bar | undefined, other: Bar | undefined): string {
  if (!one || !other) return '';
  const [left, right] = [picture.edge + picture.bar, picture.edge + picture.bar + picture.gap];
  const middle = (left + right) / 2;
  return [
    `M${left} ${one.y}C${middle} ${one.y} ${middle} ${other.y} ${right} ${other.y}`,
    `V${round(other.y + other.height)}`,
    `C${middle} ${round(other.y + other.height)} ${middle} ${round(one.y + one.height)} ${left} ${round(one.y + one.height)}Z`,
  ].join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
