import { describeDate } from '../reader/describe-date.ts';
import { sayIn } from '../reader/interface-text.ts';
import { describeExtent } from '../reader/summarise.ts';
import type { Script } from '../script/scripts.ts';
import { toOneLine } from '../text/to-one-line.ts';
import { documentAddress, type Entry, type Volume } from './volume.ts';

/** A line of what is known of a text: `日期`, `2023年3月21日（据落款）`. */
export interface ColophonLine {
  readonly name:
    | 'kind'
    | 'date'
    | 'extent'
    | 'source'
    | 'origin'
    | 'sourceHash'
    | 'edition'
    | 'address'
    | 'rights';
  readonly key: string;
  readonly value: string;
}

/** Of an entry and a volume, what a colophon is made of. */
export interface ColophonEntry extends Pick<Entry, 'document'> {
  readonly source: Pick<Entry['source'], 'name' | 'sha256'>;
}
export type ColophonVolume = Pick<Volume, 'collection' | 'convert' | 'toAddress'>;

/** What is known of a document, and only that, in a script: it goes with the text wherever it is taken. */
export function toColophon(entry: ColophonEntry, volume: ColophonVolume, script: Script): ColophonLine[] {
  const { document, source } = entry;
  const { collection, convert } = volume;
  const say = sayIn(script);
  const edit = (text: string) => convert(text, 'zh-Hans-CN', script);
  const { kind, lang, date, dateBasis, origin } = document;
  const line = (name: ColophonLine['name'], value: string | undefined): ColophonLine[] =>
    value === undefined ? [] : [{ name, key: say(name), value: toOneLine(value) }];
  return [
    ...line('kind', edit(collection.kinds[kind] ?? kind)),
    ...line('date', describeDate(date, dateBasis, say)),
    ...line('extent', describeExtent(document, say)),
    ...line('source', edit(source.name)),
    ...line('origin', origin && convert(origin, lang, script)),
    ...line('sourceHash', source.sha256),
    ...line('edition', `${edit(collection.title)} ${collection.edition}`),
    ...line('address', documentAddress(volume, entry, script)),
    ...line('rights', edit(collection.rights)),
  ];
}
