import type { Ledger, LeftEntry, LeftOutReason } from '../../schemas/ledger.ts';
import type { Recipe } from '../../schemas/recipe.ts';
import type { Convert } from '../script/create-converter.ts';
import type { Script } from '../script/scripts.ts';
import { positionOf, type SourceText, sliceSource } from '../text/source-text.ts';
import { type InterfaceKey, type Say, sayIn } from './interface-text.ts';
import { type Label, labelBlocks } from './label-blocks.ts';
import { fillWords } from './search-text.ts';

/** A stretch of a source as its page shows it. */
export type SourceRun =
  | {
      readonly type: 'kept';
      readonly text: string;
      readonly slug: string;
      readonly id: string;
      /** On the first run of a block, which carries the anchor: its number or part, as a reader calls it. */
      readonly label?: string;
      /** On the first block after one of another document: the document's title. */
      readonly document?: string;
    }
  /** `label` where it is not the usual one of the page, which its legend names. */
  | { readonly type: 'space'; readonly text: string; readonly label?: string }
  | { readonly type: 'left'; readonly text: string; readonly label: string }
  /** A web page's markup and layout: named and counted, not shown. */
  | { readonly type: 'markup'; readonly label: string }
  /** What else stands on a web page, links and advertisements: named and counted, not shown. */
  | { readonly type: 'described'; readonly label: string };

/** A line of a text layer, or a block of a web page. */
export interface SourceRow {
  readonly line: number;
  readonly runs: readonly SourceRun[];
}

export interface SourcePage {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  readonly rows: readonly SourceRow[];
  /** What the marks of this page mean. */
  readonly legend: string;
  readonly isWebPage: boolean;
  readonly sha256: string;
  readonly account: readonly { readonly label: string; readonly count: number }[];
  readonly kept: number;
  readonly total: number;
}

export interface SourceInput {
  readonly source: SourceText;
  readonly recipe: Recipe;
  readonly kindName: string;
  readonly ledger: Ledger;
  /** Titles of the documents, by slug. */
  readonly titles: ReadonlyMap<string, string>;
  readonly script: Script;
  readonly convert: Convert;
}

type Describe = (entry: LeftEntry) => string;

/** White space that a text layer's line shows as a dot. */
const spaceReasons: readonly LeftOutReason[] = ['edge-space', 'justification-space', 'layout-space'];
/** Where lines are shown as lines, their ends and the blank ones need no sign. */
const silentReasons: readonly LeftOutReason[] = ['line-wrap', 'line-end', 'blank-line', 'column-break'];

/** The source as received, every kept stretch in its place, everything left out named and counted. */
export function toSourcePage(input: SourceInput): SourcePage {
  const { source, recipe, ledger } = input;
  const convertEditor = (text: string) => input.convert(text, 'zh-Hans-CN', input.script);
  const say = sayIn(input.script);
  /** A reason in words; furniture by what the editor calls it. */
  const describe: Describe = ({ left, note }) => (note ? convertEditor(note) : say(`left-${left}`));
  const isWebPage = recipe.reader === 'web-page';
  const label = labelBlocks(input.titles, say);
  const rows = isWebPage
    ? toBlockRows(source, ledger, describe, label, say)
    : toLineRows(source, ledger, describe, label);
  const usual = usualSpace(rows);
  return {
    name: convertEditor(recipe.name),
    kind: convertEditor(input.kindName),
    description: convertEditor(recipe.description),
    rows: rows.map(({ line, runs }) => ({
      line,
      runs: runs.map((run) =>
        run.type === 'space' && run.label === usual ? { type: run.type, text: run.text } : run,
      ),
    })),
    legend: describeMarks(rows, isWebPage, usual, say),
    isWebPage,
    sha256: ledger.sha256,
    account: countReasons(ledger.entries, describe).sort((a, b) => b.count - a.count),
    kept: ledger.kept,
    total: ledger.characters,
  };
}

/** Why most of the spaces of a page are left out; undefined where there are none. */
function usualSpace(rows: readonly SourceRow[]): string | undefined {
  const labels = rows.flatMap(({ runs }) =>
    runs.flatMap((run) => (run.type === 'space' ? (run.label ?? []) : [])),
  );
  const counts = [...Map.groupBy(labels, (label) => label)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0];
}

/** The marks that this page uses, explained. */
function describeMarks(
  rows: readonly SourceRow[],
  isWebPage: boolean,
  usual: string | undefined,
  say: Say,
): string {
  const types = new Set(rows.flatMap(({ runs }) => runs.map(({ type }) => type)));
  const keys: InterfaceKey[] = [
    'legendKept',
    ...(types.has('left') ? (['legendLeft'] as const) : []),
    ...(types.has('described') || types.has('markup') ? (['legendDescribed'] as const) : []),
    ...(usual === undefined ? [] : (['legendSpace'] as const)),
    ...(isWebPage ? [] : (['legendBlank'] as const)),
  ];
  return keys.map((key) => fillWords(say(key), { reason: usual ?? '' })).join('');
}

/** How many characters entries leave out, by reason in words, in the order of the first of each. */
function countReasons(entries: Ledger['entries'], describe: Describe) {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    if ('kept' in entry) continue;
    const label = describe(entry);
    counts.set(label, (counts.get(label) ?? 0) + entry.to - entry.from);
  }
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** A text layer line by line. Blank lines are not shown; the numbers are those of the file. */
function toLineRows(source: SourceText, ledger: Ledger, describe: Describe, label: Label): SourceRow[] {
  const rows: SourceRow[] = [];
  let index = 0;
  for (const line of source.lines) {
    const runs: SourceRun[] = [];
    while (ledger.entries[index] && (ledger.entries[index]?.to ?? 0) <= line.from) index += 1;
    for (let at = index; (ledger.entries[at]?.from ?? Infinity) < line.to; at += 1) {
      const entry = ledger.entries[at];
      if (!entry) break;
      const text = sliceSource(source, Math.max(entry.from, line.from), Math.min(entry.to, line.to));
      if ('kept' in entry) {
        const [slug = '', id = ''] = entry.kept.split('#');
        runs.push({ type: 'kept', text, slug, id, ...label(entry.kept) });
      } else if (!silentReasons.includes(entry.left)) {
        const type = spaceReasons.includes(entry.left) ? 'space' : 'left';
        runs.push({ type, text, label: describe(entry) });
      }
    }
    if (runs.length > 0) rows.push({ line: line.number, runs });
  }
  return rows;
}

/** Reasons under which a web page's own text, not its markup, is left out. */
const textReasons: readonly LeftOutReason[] = ['furniture', 'script'];

/** A web page block by block; what is left out between and inside blocks is described, never shown. */
function toBlockRows(
  source: SourceText,
  ledger: Ledger,
  describe: Describe,
  label: Label,
  say: Say,
): SourceRow[] {
  const rows: { line: number; runs: SourceRun[] }[] = [];
  let left: LeftEntry[] = [];
  let current: string | null = null;

  /** Describe what has been left out since the last kept text: text in a row of its own, markup where it stands. */
  const describeLeft = () => {
    const [first] = left;
    if (!first) return;
    const list = countReasons(left, describe)
      .map(({ label: reason, count }) => `${reason} ${count}`)
      .join('，');
    const words = `${say('leftOut')}：${list} ${say('count')}`;
    const isText = left.some((entry) => textReasons.includes(entry.left));
    const run: SourceRun = { type: isText ? 'described' : 'markup', label: words };
    const row = rows.at(-1);
    if (row && !isText) row.runs.push(run);
    else rows.push({ line: positionOf(source, first.from).line, runs: [run] });
    left = [];
  };

  for (const entry of ledger.entries) {
    if ('left' in entry) {
      left.push(entry);
      continue;
    }
    describeLeft();
    if (entry.kept !== current) rows.push({ line: positionOf(source, entry.from).line, runs: [] });
    current = entry.kept;
    const [slug = '', id = ''] = entry.kept.split('#');
    const text = entry.as ?? sliceSource(source, entry.from, entry.to);
    rows.at(-1)?.runs.push({ type: 'kept', text, slug, id, ...label(entry.kept) });
  }
  describeLeft();
  return rows;
}
