import type { DocumentData, SourceRowsData, SourceRunData } from '../../schemas/data.ts';
import type { PartWords } from '../cite/describe-place.ts';
import { listPassages } from '../relate/passages.ts';
import { type Script, scripts } from '../script/scripts.ts';
import { labelBlocks } from './label-blocks.ts';
import type { SourceRow, SourceRun } from './to-source-page.ts';

/** Published texts by address (`slug#id`). */
export type Texts = ReadonlyMap<string, string>;

type KeptRun = Extract<SourceRun, { type: 'kept' }>;
type LeftRun = Exclude<SourceRun, KeptRun>;

/** All that documents print. */
export function textsByAddress(documents: readonly DocumentData[]): Texts {
  return new Map(
    documents.flatMap((data) =>
      listPassages(data).map(({ id, text }) => [`${data.slug}#${id}`, text] as const),
    ),
  );
}

/**
 * The rows of a source's page in both scripts, for a browser that has the documents' data: of what is kept the length
 * only, since each block's text stands in the source in its order. `readRowsData` makes the rows of it again.
 * @param rows of the page in each script: they differ in words alone
 */
export function toRowsData(
  rows: Readonly<Record<Script, readonly SourceRow[]>>,
  titles: Readonly<Record<Script, ReadonlyMap<string, string>>>,
  texts: Texts,
  edition: string,
): SourceRowsData {
  const blocks = new Map<string, number>();
  const words: Record<Script, string[]> = { hans: [], hant: [] };
  const numbers = new Map<string, number>();
  /** The number of what both scripts say at a place. */
  const say = (...said: (string | undefined)[]): number | undefined => {
    const key = said.join('\n');
    if (said[0] === undefined) return undefined;
    const known = numbers.get(key) ?? words.hans.length;
    if (!numbers.has(key))
      for (const [place, script] of scripts.entries()) words[script].push(said[place] ?? '');
    numbers.set(key, known);
    return known;
  };
  const readOn = createReader(texts);
  const toKept = ({ slug, id, text }: KeptRun): SourceRunData => {
    const address = `${slug}#${id}`;
    const block = blocks.get(address) ?? blocks.size;
    blocks.set(address, block);
    const length = Array.from(text).length;
    return [block, readOn(address, length) === text ? length : text];
  };
  const toLeft = (run: LeftRun, other: SourceRun | undefined): SourceRunData => {
    const number = say(run.label, other?.label);
    const text = 'text' in run ? run.text : '';
    return number === undefined ? [run.type, text] : [run.type, text, number];
  };
  const [first, second] = [rows[scripts[0]], rows[scripts[1]]];
  const lines = first.map(({ line, runs }, at): SourceRowsData['lines'][number] => {
    const others = second[at]?.runs ?? [];
    return [
      ...(line === (first[at - 1]?.line ?? 0) + 1 ? [] : [line]),
      ...runs.map((run, place) => (run.type === 'kept' ? toKept(run) : toLeft(run, others[place]))),
    ];
  });
  return {
    edition,
    titles: Object.fromEntries(
      scripts.map((script) => [script, Object.fromEntries(titles[script])]),
    ) as SourceRowsData['titles'],
    blocks: [...blocks.keys()].map((address, place, all) => {
      const [slug, id] = address.split('#');
      return all[place - 1]?.startsWith(`${slug}#`) ? `#${id}` : address;
    }),
    words,
    lines,
  };
}

/** The rows in a script. @throws Error where a text that is asked for is not there */
export function readRowsData(
  { titles, blocks, words, lines }: SourceRowsData,
  script: Script,
  parts: PartWords,
  texts: Texts,
): SourceRow[] {
  const label = labelBlocks(new Map(Object.entries(titles[script])), (key) => parts[key]);
  const readOn = createReader(texts);
  let of = '';
  const addresses = blocks.map((block) => {
    if (!block.startsWith('#')) of = block.replace(/#.*/, '');
    return block.startsWith('#') ? of + block : block;
  });
  const toKept = (block: number, shown: number | string): SourceRun => {
    const address = addresses[block] ?? '';
    const [slug = '', id = ''] = address.split('#');
    const stretch = readOn(address, typeof shown === 'number' ? shown : Array.from(shown).length);
    const text = typeof shown === 'number' ? stretch : shown;
    if (text === undefined)
      throw new Error(`Unexpected ${address} without its text, expected ${shown} characters.`);
    return { type: 'kept', text, slug, id, ...label(address) };
  };
  const toRun = ([what, shown, word]: SourceRunData): SourceRun => {
    if (typeof what === 'number') return toKept(what, shown);
    const reason = word === undefined ? undefined : words[script][word];
    const text = String(shown);
    if (what === 'space') return { type: what, text, ...(reason !== undefined && { label: reason }) };
    return what === 'left' ? { type: what, text, label: reason ?? '' } : { type: what, label: reason ?? '' };
  };
  let last = 0;
  return lines.map((line): SourceRow => {
    const [first, ...rest] = line;
    last = typeof first === 'number' ? first : last + 1;
    const runs = typeof first === 'number' ? rest : line;
    return { line: last, runs: runs.filter((run) => typeof run !== 'number').map(toRun) };
  });
}

/** Reads the texts of blocks on, stretch by stretch, by numbers of characters; line breaks are no part of the source's. */
function createReader(texts: Texts): (address: string, length: number) => string | undefined {
  const readers = new Map<string, { characters: readonly string[]; at: number }>();
  return (address, length) => {
    const reader = readers.get(address) ?? { characters: Array.from(texts.get(address) ?? ''), at: 0 };
    readers.set(address, reader);
    if (reader.characters[reader.at] === '\n') reader.at += 1;
    const stretch = reader.characters.slice(reader.at, reader.at + length);
    reader.at += length;
    return stretch.length === length ? stretch.join('') : undefined;
  };
}
