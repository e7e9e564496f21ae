import type { RelationPage } from './list-relation-pages.ts';
import type { CollectionPage } from './to-collection-page.ts';

type Row = CollectionPage['documents'][number];

/** A picture of a collection: documents along a line of time, their sizes, and arcs between those that relate. */
export interface Overview {
  readonly width: number;
  readonly height: number;
  /** Where the line of time stands, and the stretches of it: drawn through where full dates are known, else dashed. */
  readonly axis: { readonly x: number; readonly spans: readonly Span[] };
  /** Where the names begin. */
  readonly names: number;
  readonly rows: readonly OverviewRow[];
  readonly arcs: readonly OverviewArc[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly isKnown: boolean;
}

export interface OverviewRow {
  readonly href: string;
  readonly name: string;
  /** Kind and size. */
  readonly meta: string;
  /** What it says in words. */
  readonly label: string;
  /** The day, where it is not that of the row before. */
  readonly day: string | undefined;
  readonly isKnown: boolean;
  readonly y: number;
  /** The width of the bar. */
  readonly bar: number;
}

export interface OverviewArc {
  readonly href: string;
  readonly label: string;
  readonly kind: RelationPage['kind'];
  readonly d: string;
}

/** Of the picture, in units of its own, which on a telephone are about CSS pixels. */
const sizes = { width: 348, row: 46, axis: 88, names: 100, longestBar: 150, arcs: 274 };
/** Documents up to which there is a picture: more of them would be no overview. The table has them all. */
const most = 60;

/** Whether a collection of so many documents has a picture. */
export function hasOverview(documents: number): boolean {
  return documents > 0 && documents <= most;
}

/** The picture of a collection; undefined where it has more documents than one picture can show. */
export function toOverview(
  documents: readonly Row[],
  relations: readonly RelationPage[],
): Overview | undefined {
  if (!hasOverview(documents.length)) return undefined;
  const { width, row, axis, longestBar } = sizes;
  const longest = Math.max(...documents.map(({ characters }) => characters));
  const rows = documents.map((document, index): OverviewRow => {
    const { href, name, kind, date, extent, day, hasFullDate, characters } = document;
    return {
      href,
      name,
      meta: `${kind} · ${characters}`,
      // Begins with what is to be seen.
      label: `${name} ${kind} · ${characters}，${date}，${extent}`,
      day: documents[index - 1]?.day === day ? undefined : day,
      isKnown: hasFullDate,
      y: index * row,
      bar: Math.max(2, Math.round((characters / longest) * longestBar)),
    };
  });
  const at = new Map(documents.map(({ slug }, index) => [slug, index]));
  return {
    width,
    height: documents.length * row,
    axis: {
      x: axis,
      spans: rows.slice(1).map(({ y, isKnown }, index) => ({
        from: y - row / 2,
        to: y + row / 2,
        isKnown: isKnown && rows[index]?.isKnown === true,
      })),
    },
    names: sizes.names,
    rows,
    arcs: relations.flatMap(({ href, kind, label, slugs }) => {
      const [from, to] = slugs.map((slug) => at.get(slug));
      if (from === undefined || to === undefined || from === to) return [];
      return [{ href, kind, label, d: toArc(from, to) }];
    }),
  };
}

/** A curve from one row to another, the wider the farther they are apart. */
function toArc(from: number, to: number): string {
  const { arcs, row, width } = sizes;
  const y = (index: number) => index * row + row / 2;
  const reach = Math.min(width - 4, arcs + 14 + 9 * Math.abs(to - from) * (4 / 3));
  return `M${arcs},${y(from)} C${reach},${y(from)} ${reach},${y(to)} ${arcs},${y(to)}`;
}
