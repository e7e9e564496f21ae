import type { Note } from './note.ts';

/** What a file of annotations holds: notes, and why others in it are none, by their place in it from 1. */
export interface ReadAnnotations {
  readonly notes: readonly Note[];
  readonly refused: readonly { readonly number: number; readonly why: Refusal }[];
}
/** No target in a document of this site; one of the three selectors is missing; no annotation at all. */
export type Refusal = 'target' | 'selectors' | 'form';

type Fields = Readonly<Record<string, unknown>>;

/** Code points of a passage and of a reader’s words that a note may have: a whole document, and a long essay. */
const most = 200_000;

/**
 * Read a file of Web Annotations: a collection, a page, a list or one annotation. The words are text, whatever they look
 * like. @throws SyntaxError where it is no JSON
 */
export function readAnnotations(json: string, now: string): ReadAnnotations {
  const items = listItems(JSON.parse(json));
  const read = items.map((item) => toNote(item, now));
  return {
    notes: read.filter((note) => typeof note !== 'string'),
    refused: read.flatMap((why, index) => (typeof why === 'string' ? [{ number: index + 1, why }] : [])),
  };
}

function listItems(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const { items, first } = fieldsOf(value);
  if (Array.isArray(items)) return items;
  return first === undefined ? [value] : listItems(first);
}

function toNote(value: unknown, now: string): Note | Refusal {
  const annotation = fieldsOf(value);
  if (![annotation.type].flat().includes('Annotation')) return 'form';
  const target = fieldsOf([annotation.target].flat()[0]);
  const slug = slugOf(stringOf(target.source) || stringOf(fieldsOf(target.source).id));
  if (!slug) return 'target';

  const selectors = [target.selector].flat().map(fieldsOf);
  const selector = (type: string) => fieldsOf(selectors.find((each) => each.type === type));
  const { value: block } = selector('FragmentSelector');
  const { exact, prefix, suffix } = selector('TextQuoteSelector');
  const { start, end } = selector('TextPositionSelector');
  const isPlace =
    typeof block === 'string' &&
    typeof exact === 'string' &&
    Number.isInteger(start) &&
    Number.isInteger(end);
  if (!isPlace || exact === '' || exact.length > most) return 'selectors';

  const bodies = [annotation.body].flat();
  const words = bodies
    .map((body) => (typeof body === 'string' ? '' : stringOf(fieldsOf(body).value)))
    .filter(Boolean)
    .join('\n\n');
  const created = timeOf(annotation.created) ?? now;
  return {
    id: stringOf(annotation.id) || `urn:duben:note:${slug}.${block}.${start}-${end}`,
    slug,
    edition: stringOf(fieldsOf([target.state].flat()[0]).sourceDate).slice(0, 10),
    block: block.replace(/^#/, ''),
    start: Number(start),
    end: Number(end),
    exact,
    prefix: stringOf(prefix),
    suffix: stringOf(suffix),
    words: words.slice(0, most),
    created,
    modified: timeOf(annotation.modified) ?? created,
    isImported: true,
  };
}

/** The document that an address is of, on whatever host: `…/hans/<slug>/`. */
function slugOf(address: string): string | undefined {
  return /(?:^|\/)han[st]\/([a-z0-9]+(?:-[a-z0-9]+)*)\/(?:index\.html)?(?:[?#]|$)/.exec(address)?.[1];
}

function timeOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined;
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
