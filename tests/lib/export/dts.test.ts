import { expect, test } from 'vitest';
import { toDts } from '../../../src/lib/export/to-dts.ts';
import { textsOfTei } from './extract-texts.ts';
import { sampleDocument, sampleVolume } from './sample-volume.ts';

const volume = sampleVolume([
  sampleDocument('a', {
    title: '甲',
    's0-1': '前。',
    s1: '一',
    's1-1': '其一。',
    's1-2': '其二。',
    'signature-1': '署。',
  }),
  sampleDocument('b', { title: '乙', p1: '段。' }),
]);
const answers = (limits = { document: 200, collection: 1000 }) => {
  const files = toDts(volume, {
    root: 'https://x.example/dts/',
    toDownload: (name) => `https://x.example/${name}`,
    limits,
  });
  return new Map(files.map(({ path, content }) => [path, String(content)]));
};
const files = answers();
/** Expand a template as RFC 6570 says, for the operators that ours have, and read the file there. */
function ask(template: string, values: Readonly<Record<string, string>>): unknown {
  const address = template.replace(/\{([/;]?)([a-z,]+)\}/g, (_, operator: string, names: string) =>
    names
      .split(',')
      .filter((name) => name in values)
      .map((name) => (operator === '/' ? '/' : operator === ';' ? `;${name}=` : '') + values[name])
      .join(''),
  );
  const file = files.get(address.slice('https://x.example/dts/'.length));
  if (file === undefined) throw new Error(`nothing at ${address}`);
  return address.endsWith('.xml') ? file : JSON.parse(file);
}
const entry = JSON.parse(files.get('index.json') ?? '{}');
const navigate = (values: Readonly<Record<string, string>>) =>
  ask(entry.navigation, values) as {
    ref?: { identifier: string };
    member?: { identifier: string; level: number; parent: string | null; citeType: string }[];
    resource: { '@id': string; citationTrees: object[]; navigation: string; document: string };
  };
const idsOf = (values: Readonly<Record<string, string>>) =>
  navigate(values).member?.map(({ identifier }) => identifier);

test('the entry point leads everywhere, and has no ranges', () => {
  expect(entry).toMatchObject({ '@type': 'EntryPoint', dtsVersion: '1.0', '@id': 'https://x.example/dts/' });
  for (const template of [entry.collection, entry.navigation, entry.document])
    expect(template).not.toMatch(/start|end/);
});

test('the collection has every document, and each knows its parent', () => {
  const root = ask(entry.collection, {});
  expect(root).toMatchObject({ '@type': 'Collection', totalChildren: 2, totalParents: 0 });
  expect((root as { member: { '@id': string }[] }).member.map((member) => member['@id'])).toEqual(['a', 'b']);
  expect(ask(entry.collection, { id: 'collection' })).toEqual(root);
  expect(ask(entry.collection, { id: 'a' })).toMatchObject({
    '@type': 'Resource',
    '@id': 'a',
    title: '甲',
    download: 'https://x.example/a.tei.xml',
  });
  expect(ask(entry.collection, { id: 'a', nav: 'parents' })).toMatchObject({
    member: [{ '@id': 'collection' }],
  });
  expect(ask(entry.collection, { nav: 'children' })).toEqual(root);
  expect(ask(entry.collection, { id: 'collection', nav: 'parents' })).toMatchObject({ member: [] });
});

// The table of the specification: what `down` and `ref` ask for.
test('navigation answers by what is asked for, down to the bottom of the tree', () => {
  const all = ['title', 's0', 's0-1', 's1', 's1-1', 's1-2', 'signature-1'];
  expect(idsOf({ resource: 'a', down: '1' })).toEqual(['title', 's0', 's1', 'signature-1']);
  expect(idsOf({ resource: 'a', down: '2' })).toEqual(all);
  expect(idsOf({ resource: 'a', down: '-1' })).toEqual(all);
  expect(navigate({ resource: 'a', ref: 's1-1' })).toMatchObject({
    ref: { identifier: 's1-1', level: 2, parent: 's1' },
  });
  expect(navigate({ resource: 'a', ref: 's1-1' }).member).toBeUndefined();
  expect(idsOf({ resource: 'a', ref: 's1-1', down: '0' })).toEqual(['s1-1', 's1-2']);
  expect(idsOf({ resource: 'a', ref: 's1', down: '0' })).toEqual(['title', 's0', 's1', 'signature-1']);
  expect(idsOf({ resource: 'a', ref: 's1', down: '1' })).toEqual(['s1', 's1-1', 's1-2']);
  expect(idsOf({ resource: 'a', ref: 's1', down: '2' })).toEqual(['s1', 's1-1', 's1-2']);
  expect(idsOf({ resource: 'a', ref: 's1', down: '-1' })).toEqual(['s1', 's1-1', 's1-2']);
  expect(idsOf({ resource: 'a', ref: 's1-2', down: '-1' })).toEqual(['s1-2']);
  expect(idsOf({ resource: 'b', down: '-1' })).toEqual(['title', 'p1']);
  expect(navigate({ resource: 'a', down: '1' }).resource.citationTrees).toEqual([
    {
      '@type': 'CitationTree',
      citeStructure: [
        { '@type': 'CiteStructure', citeType: 'title' },
        {
          '@type': 'CiteStructure',
          citeType: 'section',
          citeStructure: [{ '@type': 'CiteStructure', citeType: 'paragraph' }],
        },
        { '@type': 'CiteStructure', citeType: 'signature' },
      ],
    },
  ]);
});

test('every unit can be fetched by the template of its document', () => {
  for (const { document } of volume.entries) {
    const { member = [], resource } = navigate({ resource: document.slug, down: '-1' });
    for (const { identifier } of member) {
      const fragment = String(ask(resource.document, { ref: identifier }));
      expect(fragment).toContain('<dts:wrapper xmlns:dts="https://w3id.org/api/dts#"');
      const texts = textsOfTei(fragment);
      const own = document.blocks.filter(
        ({ id, section }) => id === identifier || `s${section}` === identifier,
      );
      expect([...texts.values()]).toEqual(own.map(({ text }) => text));
    }
    expect(textsOfTei(String(ask(entry.document, { resource: document.slug }))).size).toBe(
      document.blocks.length,
    );
  }
});

test('above a limit the sections are the smallest units', () => {
  for (const limits of [
    { document: 2, collection: 1000 },
    { document: 200, collection: 3 },
  ]) {
    const paths = [...answers(limits).keys()];
    expect(paths).toContain('document/a/s1.xml');
    expect(paths).not.toContain('document/a/s1-1.xml');
    // Where there are no sections, nothing but paragraphs can be asked for.
    expect(paths).toContain('document/b/p1.xml');
  }
});
