import type { Mention } from '../../schemas/relations-data.ts';
import { slugOf } from '../document/block-address.ts';
import { sha256 } from '../text/sha256.ts';
import type { CollectionTexts, NamedBlock, NamedDocument } from './collection-texts.ts';
import { describeDate } from './describe-date.ts';

export interface InstrumentView {
  /** The anchor: it stays where other instruments come or go. */
  readonly anchor: string;
  readonly name: string;
  readonly lang: string;
  /** Other spellings, as printed. */
  readonly also: readonly string[];
  /** Dates as printed beside it, each once. */
  readonly dates: readonly string[];
  /** The date that the collection's own text of it states, in words. */
  readonly heldDate: string | undefined;
  readonly mentions: readonly { readonly document: NamedDocument; readonly blocks: readonly NamedBlock[] }[];
  /** How many documents more name it than are listed. */
  readonly more: number;
  /** Where the collection has it. */
  readonly held: NamedDocument | undefined;
}

/**
 * Every instrument that the collection names between 《》, by date. What no source dates comes last, by name.
 */
export function toInstrumentsPage(mentions: readonly Mention[], texts: CollectionTexts): InstrumentView[] {
  const byInstrument = Map.groupBy(mentions, ({ instrument }) => instrument);
  const views = [...byInstrument].map(([name, all]): InstrumentView => {
    const [first] = all;
    const byDocument = [...Map.groupBy(all, ({ from }) => slugOf(from))];
    const slug = slugOf(all.find(({ title }) => title === name)?.from ?? first?.from ?? '');
    const held = all.find(({ to }) => to)?.to;
    return {
      anchor: anchorOf(name),
      name: texts.convert(name, slug),
      lang: texts.document(slug).lang,
      also: unique(
        all
          .filter(({ title }) => title !== name)
          .map(({ title, from }) => texts.convert(title, slugOf(from))),
      ),
      dates: unique(all.flatMap(({ date }) => date ?? [])),
      more: Math.max(0, byDocument.length - mostDocuments),
      mentions: byDocument.slice(0, mostDocuments).map(([document, those]) => ({
        document: texts.document(document),
        blocks: unique(those.map(({ from }) => from)).map(texts.block),
      })),
      held: held ? texts.document(held) : undefined,
      heldDate:
        held &&
        describeDate(texts.document(held).document.date, texts.document(held).document.dateBasis, texts.say),
    };
  });
  return views.sort((a, b) => compareDates(a, b) || compareNames(a, b));
}

/** Documents that are listed of those that name an instrument: more are searched for. */
const mostDocuments = 50;

const anchorOf = (instrument: string) => `i-${sha256(instrument).slice(0, 8)}`;

/** By name in the order of Chinese dictionaries. */
export function compareNames(a: Pick<InstrumentView, 'name'>, b: Pick<InstrumentView, 'name'>): number {
  return collator.compare(a.name, b.name);
}
const collator = new Intl.Collator('zh-u-co-pinyin');

function compareDates(a: InstrumentView, b: InstrumentView): number {
  const [one, other] = [a, b].map(({ dates, heldDate }) => toSortable(dates[0] ?? heldDate)) as [
    string,
    string,
  ];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `2001年7月16日` → `2001-07-16`; what has no date stands after all that have. */
function toSortable(date: string | undefined): string {
  return date ? (date.match(/\d+/g) ?? []).map((part) => part.padStart(2, '0')).join('-') : '9999';
}

const unique = <Value>(values: readonly Value[]) => [...new Set(values)];
