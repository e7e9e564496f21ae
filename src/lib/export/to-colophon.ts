import { addressesUnder } from '../reader/addresses.ts';
import { describeDate } from '../reader/describe-date.ts';
import { sayIn } from '../reader/interface-text.ts';
import { describeExtent } from '../reader/summarise.ts';
import type { Script } from '../script/scripts.ts';
import type { Entry, Volume } from './volume.ts';

/** A line of what is known of a text: `日期`, `2023年3月21日（据落款）`. */
export interface ColophonLine {
  readonly key: string;
  readonly value: string;
}

/** What is known of a document, and only that, in a script: it goes with the text wherever it is taken. */
export function toColophon(
  { document, source }: Entry,
  { collection, convert, toAddress }: Volume,
  script: Script,
): ColophonLine[] {
  const say = sayIn(script);
  const edit = (text: string) => convert(text, 'zh-Hans-CN', script);
  const { slug, kind, lang, date, dateBasis, origin } = document;
  const address = toAddress(addressesUnder('/').document(script, slug));
  return [
    { key: say('kind'), value: edit(collection.kinds[kind] ?? kind) },
    { key: say('date'), value: describeDate(date, dateBasis, say) },
    { key: say('extent'), value: describeExtent(document, say) },
    { key: say('source'), value: edit(source.name) },
    ...(origin ? [{ key: say('origin'), value: convert(origin, lang, script) }] : []),
    { key: say('sourceHash'), value: source.sha256 },
    { key: say('edition'), value: `${edit(collection.title)} ${collection.edition}` },
    ...(address ? [{ key: say('address'), value: address }] : []),
    { key: say('rights'), value: edit(collection.rights) },
  ];
}
