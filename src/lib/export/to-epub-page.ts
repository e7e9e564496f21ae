import { titleOf } from '../reader/summarise.ts';
import type { Script } from '../script/scripts.ts';
import { type ReadingNames, toReadingNodes } from './reading-nodes.ts';
import { toXhtml } from './to-xhtml.ts';
import type { Entry, Volume } from './volume.ts';

/** Ids are the site's: each document has a file of its own in each script. */
const names: ReadingNames = {
  toId: (id) => id,
  typed: (type) => ({ 'epub:type': type }),
  isAlone: true,
};

/** A document in a script as a page of an EPUB. */
export function toEpubPage(entry: Entry, volume: Volume, script: Script): string {
  const { document } = entry;
  const title = volume.convert(titleOf(document), document.lang, script);
  return toXhtml(title, script, '../style.css', toReadingNodes(entry, volume, script, names));
}
