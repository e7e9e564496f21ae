import { partOfId } from '../document/block-id.ts';
import { titleOf } from '../reader/summarise.ts';
import type { PackageFile } from './package-file.ts';
import { toTeiHeader } from './tei-header.ts';
import { teiNamespace, toTeiBlocks, toTeiSections } from './tei-text.ts';
import { toTei } from './to-tei.ts';
import { documentAddress, type Entry, listPassages, type Volume } from './volume.ts';
import { block, writeXml } from './xml.ts';

/** What the answers need to know of where they are published. */
export interface DtsSettings {
  /** The address of `data/dts/`, with a slash at its end. */
  readonly root: string;
  /** Of a download of the site. */
  readonly toDownload: (name: string) => string;
  /** Above so many paragraphs, of a document, its sections are the smallest units; of all, those of every document. */
  readonly limits: { readonly document: number; readonly collection: number };
}

/** The name of the collection of all documents. */
const rootName = 'collection';
const context = 'https://dtsapi.org/context/v1.0.json';

/** A part of a document that can be asked for. */
interface Unit {
  readonly id: string;
  readonly level: number;
  readonly parent: string | null;
  readonly citeType: string;
  /** A section's printed heading. */
  readonly title?: string;
}

/**
 * The answers of Distributed Text Services 1.0 as files, at level 0. Not answered are ranges (`start`, `end`), which the
 * templates do not have, and a `down` of more than 2: no tree is deeper, -1 says the same. Paths are those that the
 * templates make.
 */
export function toDts(volume: Volume, settings: DtsSettings): PackageFile[] {
  const total = volume.entries.reduce((sum, entry) => sum + countParagraphs(entry), 0);
  const isFine = (entry: Entry) =>
    countParagraphs(entry) <= settings.limits.document && total <= settings.limits.collection;
  const json = (path: string, data: object): PackageFile => ({
    path: `${path}.json`,
    content: JSON.stringify({ '@context': context, dtsVersion: '1.0', ...data }),
  });
  const answers = volume.entries.map((entry) => createAnswers(entry, volume, settings, isFine(entry)));
  return [
    json('index', {
      '@id': settings.root,
      '@type': 'EntryPoint',
      description:
        'Level 0, static files. Ranges (start, end) are not supported. down may be -1, 0, 1 or 2: no tree is deeper than 2.',
      ...templates(settings, '{resource}', '{/id,nav}'),
    }),
    ...listCollections(volume, settings, answers).map(([path, data]) => json(path, data)),
    ...answers.flatMap(({ navigation, documents }) => [
      ...navigation.map(([path, data]) => json(path, data)),
      ...documents,
    ]),
  ];
}

function templates({ root }: DtsSettings, resource: string, collection: string) {
  return {
    collection: `${root}collection${collection}.json`,
    navigation: `${root}navigation/${resource}{/ref}{;down}.json`,
    document: `${root}document/${resource}{/ref}.xml`,
  };
}

type Answer = readonly [path: string, data: object];

/** The collection of all documents, and each document as a member of it. */
function listCollections(
  { collection, entries }: Volume,
  settings: DtsSettings,
  answers: readonly { readonly resource: object; readonly summary: object }[],
): Answer[] {
  const whole = {
    '@id': rootName,
    '@type': 'Collection',
    title: collection.title,
    description: collection.description,
    totalParents: 0,
    totalChildren: entries.length,
    dublinCore: { rights: [{ lang: 'zh-Hans-CN', value: collection.rights }], issued: collection.edition },
    collection: `${settings.root}collection/${rootName}{/nav}.json`,
  };
  const root = { ...whole, member: answers.map(({ summary }) => summary) };
  // Without a name it is the root that is asked for.
  const roots = ['collection', `collection/${rootName}`].flatMap((path): Answer[] => [
    [path, root],
    [`${path}/children`, root],
    [`${path}/parents`, { ...whole, member: [] }],
  ]);
  return [
    ...roots,
    ...answers.flatMap(({ summary }, index): Answer[] => {
      const path = `collection/${entries[index]?.document.slug}`;
      return [
        [path, summary],
        [`${path}/children`, { ...summary, member: [] }],
        [`${path}/parents`, { ...summary, member: [whole] }],
      ];
    }),
  ];
}

/** Everything that can be asked of a document. */
function createAnswers(entry: Entry, volume: Volume, settings: DtsSettings, isFine: boolean) {
  const { document, source } = entry;
  const { slug, lang, bodies = [], persons = [], date } = document;
  const units = listUnits(entry).filter(({ level }) => isFine || level === 1);
  const resource = {
    '@id': slug,
    '@type': 'Resource',
    ...templates(settings, slug, `/${slug}{/nav}`),
    mediaTypes: ['application/tei+xml'],
    citationTrees: [{ '@type': 'CitationTree', citeStructure: toStructure(units) }],
  };
  const texts = (values: readonly string[]) => values.map((value) => ({ lang, value }));
  const edited = (value: string) => [{ lang: 'zh-Hans-CN', value }];
  const summary = {
    ...resource,
    title: titleOf(document),
    totalParents: 1,
    totalChildren: 0,
    dublinCore: {
      title: texts([titleOf(document)]),
      language: [lang],
      ...(bodies.length + persons.length > 0 ? { creator: texts([...bodies, ...persons]) } : {}),
      ...(date && !date.startsWith('XXXX') ? { date } : {}),
      source: edited(`${source.name}（SHA-256 ${source.sha256}）`),
      rights: edited(volume.collection.rights),
    },
    download: settings.toDownload(`${slug}.tei.xml`),
  };
  const toUnit = ({ id, level, parent, citeType, title }: Unit) => {
    const page = documentAddress(volume, entry, undefined, id);
    return {
      identifier: id,
      '@type': 'CitableUnit',
      level,
      parent,
      citeType,
      ...(page ? { '@id': page } : {}),
      ...(title ? { dublinCore: { title: texts([title]) } } : {}),
    };
  };
  const navigate = (path: string, ref: Unit | undefined, members: readonly Unit[] | undefined): Answer => [
    `navigation/${path}`,
    {
      '@id': `${settings.root}navigation/${path}.json`,
      '@type': 'Navigation',
      resource,
      ...(ref ? { ref: toUnit(ref) } : {}),
      ...(members ? { member: members.map(toUnit) } : {}),
    },
  ];
  const navigation = [
    ...[1, 2].map((down) =>
      navigate(
        `${slug};down=${down}`,
        undefined,
        units.filter(({ level }) => level <= down),
      ),
    ),
    navigate(`${slug};down=-1`, undefined, units),
    ...units.flatMap((unit) => {
      const path = `${slug}/${unit.id}`;
      // With the unit itself first: the tree from it down. One without parts has only itself.
      const tree = [unit, ...units.filter(({ parent }) => parent === unit.id)];
      const siblings = units.filter(({ parent }) => parent === unit.parent);
      return [
        navigate(path, unit, undefined),
        navigate(`${path};down=0`, unit, siblings),
        navigate(`${path};down=1`, unit, tree),
        navigate(`${path};down=2`, unit, tree),
        navigate(`${path};down=-1`, unit, tree),
      ];
    }),
  ];
  return { resource, summary, navigation, documents: listDocuments(entry, volume, units) };
}

function countParagraphs({ document }: Entry): number {
  return document.blocks.filter(({ part }) => part === 'paragraph').length;
}

/** The units of a document, in its order: sections with their paragraphs, and what stands in none. */
function listUnits({ document }: Entry): Unit[] {
  const units: Unit[] = [];
  for (const { id, part, section, text } of document.blocks) {
    const parent = section === null || (part !== 'paragraph' && part !== 'heading') ? null : `s${section}`;
    if (parent && !units.some((unit) => unit.id === parent))
      units.push({
        id: parent,
        level: 1,
        parent: null,
        citeType: 'section',
        ...(part === 'heading' ? { title: text } : {}),
      });
    if (part !== 'heading') units.push({ id, level: parent ? 2 : 1, parent, citeType: partOfId(id) });
  }
  return units;
}

/** The kinds of units, as they are found in each other. */
function toStructure(units: readonly Unit[]): object[] {
  const kindsAt = (isHere: (unit: Unit) => boolean) => [
    ...new Set(units.filter(isHere).map(({ citeType }) => citeType)),
  ];
  return kindsAt(({ level }) => level === 1).map((citeType) => {
    const parts = citeType === 'section' ? kindsAt(({ level }) => level === 2) : [];
    return {
      '@type': 'CiteStructure',
      citeType,
      ...(parts.length > 0
        ? { citeStructure: parts.map((part) => ({ '@type': 'CiteStructure', citeType: part })) }
        : {}),
    };
  });
}

/** The whole document, and each unit, as TEI. */
function listDocuments(entry: Entry, volume: Volume, units: readonly Unit[]): PackageFile[] {
  const { slug, lang } = entry.document;
  const names = { prefix: '' };
  const header = toTeiHeader(entry, volume, names);
  const parts = toTeiSections(entry, names);
  const passages = new Map(listPassages(entry.document).map((passage) => [passage.block.id, passage]));
  const fragments = units.map(({ id, citeType }) => {
    const passage = passages.get(id);
    const nodes =
      citeType === 'section' || !passage
        ? parts.filter((part) => part.id === id).flatMap((part) => part.nodes)
        : toTeiBlocks(passage, entry, names);
    const wrapper = block('dts:wrapper', { 'xmlns:dts': 'https://w3id.org/api/dts#' }, ...nodes);
    const text = block('text', { 'xml:lang': lang }, block('body', {}, wrapper));
    const fragment = block('TEI', { xmlns: teiNamespace }, header, text);
    return { path: `document/${slug}/${id}.xml`, content: writeXml(fragment) };
  });
  return [{ path: `document/${slug}.xml`, content: toTei(entry, volume) }, ...fragments];
}
