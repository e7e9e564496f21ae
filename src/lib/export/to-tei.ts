import type { Element } from 'xast';
import { toTeiCorpusHeader, toTeiHeader } from './tei-header.ts';
import { type TeiNames, teiNamespace, toTeiText } from './tei-text.ts';
import type { Entry, Volume } from './volume.ts';
import { block, writeXml } from './xml.ts';

/** A document as TEI P5: paragraph ids, gaps, suspected misprints, witnesses, and the lines of its source. */
export function toTei(entry: Entry, volume: Volume): string {
  return writeXml(toTeiDocument(entry, volume, { prefix: '' }, { xmlns: teiNamespace }));
}

/** All documents as one file; their ids have the document's name before them (`doc.cna-report.p3`). */
export function toTeiCollection(volume: Volume): string {
  const documents = volume.entries.map((entry) =>
    toTeiDocument(entry, volume, { prefix: `doc.${entry.document.slug}.` }),
  );
  return writeXml(block('teiCorpus', { xmlns: teiNamespace }, toTeiCorpusHeader(volume), ...documents));
}

function toTeiDocument(
  entry: Entry,
  volume: Volume,
  names: TeiNames,
  attributes: Record<string, string> = {},
): Element {
  return block('TEI', attributes, toTeiHeader(entry, volume, names), toTeiText(entry, names));
}
