import { partOfId, sectionOfId } from '../../../src/lib/document/block-id.ts';
import type { Entry, Volume } from '../../../src/lib/export/volume.ts';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import type { Document } from '../../../src/schemas/document.ts';
import type { Difference } from '../../../src/schemas/relations-data.ts';

/** A document of few words, for tests of what is taken away. */
export function sampleDocument(
  slug: string,
  texts: Readonly<Record<string, string>>,
  more: Partial<Pick<Document, 'gaps' | 'notes' | 'lang' | 'date' | 'dateBasis'>> = {},
): Document {
  return {
    slug,
    kind: 'statement',
    lang: 'zh-Hans-CN',
    date: null,
    dateBasis: null,
    source: 'source',
    sha256: '0'.repeat(64),
    gaps: [],
    notes: [],
    blocks: Object.entries(texts).map(([id, text]) => ({
      id,
      part: partOfId(id),
      section: sectionOfId(id),
      text,
    })),
    ...more,
  };
}

const source = {
  id: 'source',
  name: '某报',
  kind: 'page',
  lang: 'zh-Hans-CN' as const,
  description: '',
  sha256: '0'.repeat(64),
  characters: 1,
  kept: 1,
  leftOut: {},
};

/** A collection of such documents; those after the first are witnesses of it where their differences are given. */
export function sampleVolume(
  documents: readonly Document[],
  ...differences: readonly (readonly Difference[])[]
): Volume {
  const [base, ...others] = documents;
  const collations = differences.map((each, index) => ({
    base: base?.slug ?? '',
    witness: others[index]?.slug ?? '',
    differences: [...each],
  }));
  const collection = {
    title: '样本',
    description: '样本。',
    edition: '2026-01-01',
    rights: '各归其主。',
    kinds: { statement: '声明' },
    sourceKinds: { page: '版面' },
    shortNames: {},
    order: [],
  };
  return {
    collection,
    index: { title: '样本', description: '样本。', edition: '2026-01-01', documents: [], sources: [source] },
    relations: {
      witnesses: collations,
      nearest: [],
      comparisons: [],
      parallels: [],
      rejected: [],
      reports: [],
      quotations: [],
      quoted: [],
      mentions: [],
    },
    convert: createConverter([]),
    toAddress: () => undefined,
    entries: documents.map(
      (document): Entry => ({
        document,
        data: {} as Entry['data'],
        source,
        lines: new Map(document.blocks.map(({ id }, index) => [id, [{ at: 0, line: index + 1 }]])),
        collations: collations.filter((each) => each.base === document.slug),
      }),
    ),
  };
}
