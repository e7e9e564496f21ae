import type { Element } from 'xast';
import { describeDate } from '../reader/describe-date.ts';
import { sayIn } from '../reader/interface-text.ts';
import { titleOf } from '../reader/summarise.ts';
import { type TeiNames, toSiglum } from './tei-text.ts';
import { documentAddress, type Entry, type Volume } from './volume.ts';
import { block, element, type Node } from './xml.ts';

/** The header of a document: what is known of it, and only that. */
export function toTeiHeader(entry: Entry, volume: Volume, names: TeiNames): Element {
  const { document, source, collations } = entry;
  const { slug, lang, bodies = [], persons = [] } = document;
  const address = documentAddress(volume, entry);
  return block(
    'teiHeader',
    // The editor's words; what is published says its own language.
    { 'xml:lang': 'zh-Hans-CN' },
    block(
      'fileDesc',
      {},
      block(
        'titleStmt',
        {},
        element('title', { 'xml:lang': lang }, titleOf(document)),
        ...bodies.map((body) => element('author', { 'xml:lang': lang }, element('orgName', {}, body))),
        ...persons.map((person) => element('author', { 'xml:lang': lang }, element('persName', {}, person))),
      ),
      ...toEdition(volume),
      block(
        'publicationStmt',
        {},
        ...toPublisher(volume),
        element('idno', { type: 'slug' }, slug),
        ...(address ? [element('idno', { type: 'URI' }, address)] : []),
      ),
      block(
        'sourceDesc',
        {},
        toBibl(entry, volume),
        ...(collations.length > 0
          ? [
              block(
                'listWit',
                {},
                element('witness', { 'xml:id': toSiglum(slug, names), n: slug }, source.name),
                ...collations.map(({ witness }) =>
                  element(
                    'witness',
                    { 'xml:id': toSiglum(witness, names), n: witness },
                    volume.entries.find(({ document: other }) => other.slug === witness)?.source.name ??
                      witness,
                  ),
                ),
              ),
            ]
          : []),
      ),
    ),
    block(
      'encodingDesc',
      {},
      block('editorialDecl', {}, element('p', {}, sayIn('hans')('teiPrinciples'))),
      ...(collations.length > 0
        ? [element('variantEncoding', { method: 'parallel-segmentation', location: 'internal' })]
        : []),
    ),
    block('profileDesc', {}, block('langUsage', {}, element('language', { ident: lang }))),
  );
}

/** The header of the whole collection. */
export function toTeiCorpusHeader(volume: Volume): Element {
  const { title, description } = volume.collection;
  return block(
    'teiHeader',
    // The editor's words; what is published says its own language.
    { 'xml:lang': 'zh-Hans-CN' },
    block(
      'fileDesc',
      {},
      block('titleStmt', {}, element('title', {}, title)),
      ...toEdition(volume),
      block('publicationStmt', {}, ...toPublisher(volume)),
      block('sourceDesc', {}, element('p', {}, description)),
    ),
  );
}

function toEdition({ collection: { title, edition } }: Volume): Node[] {
  return [block('editionStmt', {}, element('edition', { n: edition }, `${title} ${edition}`))];
}

function toPublisher({ collection: { title, edition, rights } }: Volume): Node[] {
  return [
    element('publisher', {}, title),
    element('date', { when: edition }, edition),
    block('availability', {}, element('p', {}, rights)),
  ];
}

/** The source as received, and what it says of the text. */
function toBibl({ document, source }: Entry, { collection }: Volume): Node {
  const { date, dateBasis, origin } = document;
  const say = sayIn('hans');
  return block(
    'bibl',
    {},
    element('title', {}, source.name),
    element('note', { type: 'kind' }, collection.kinds[document.kind] ?? document.kind),
    element(
      'date',
      // Without a year, a day of any year (XML Schema gMonthDay).
      { when: date?.replace('XXXX', '-') },
      describeDate(date, dateBasis, say),
    ),
    ...(origin ? [element('note', { type: 'origin', 'xml:lang': document.lang }, origin)] : []),
    element('idno', { type: 'source' }, source.id),
    element('idno', { type: 'SHA-256' }, source.sha256),
  );
}
