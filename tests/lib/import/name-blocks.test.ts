import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentPermalinks, nameBlocks } from '../../../src/lib/import/name-blocks.ts';
import { sha256 } from '../../../src/lib/text/sha256.ts';

/** Name paragraphs given as `一:text` (a section's numeral) or `text` (no sections); returns `id=text` lines. */
function name(
  lines: readonly string[],
  published: DocumentPermalinks = {},
  old: Record<string, string> = {},
) {
  const blocks = lines.map((line) => {
    const [, section, text = line] = /^(\d+):(.*)$/.exec(line) ?? [];
    return {
      part: 'paragraph' as const,
      pieces: [{ from: 0, to: 1 }],
      segment: 0,
      section: section === undefined ? null : Number(section),
      text,
    };
  });
  const named = nameBlocks(blocks, published, new Map(Object.entries(old)));
  return { ids: named.blocks.map(({ id, text }) => `${id}=${text}`), permalinks: named.permalinks };
}

describe('ids', () => {
  test('count within their section at first', () => {
    expect(name(['0:甲', '1:乙', '1:丙', '2:丁']).ids).toEqual(['s0-1=甲', 's1-1=乙', 's1-2=丙', 's2-1=丁']);
    expect(name(['甲', '乙']).ids).toEqual(['p1=甲', 'p2=乙']);
  });

  test('stay with their text when a paragraph comes in between, which takes the next unused number', () => {
    const { permalinks } = name(['1:甲', '1:乙', '1:丙']);
    expect(name(['1:甲', '1:新', '1:乙', '1:丙'], permalinks).ids).toEqual([
      's1-1=甲',
      's1-4=新',
      's1-2=乙',
      's1-3=丙',
    ]);
  });

  test('stay with their text when paragraphs change places', () => {
    const { permalinks } = name(['甲', '乙', '丙']);
    expect(name(['丙', '甲', '乙'], permalinks).ids).toEqual(['p3=丙', 'p1=甲', 'p2=乙']);
  });

  test('of equal texts stay in their order where one of them goes', () => {
    const { permalinks } = name(['同', '甲', '同']);
    expect(name(['甲', '同'], permalinks).ids).toEqual(['p2=甲', 'p3=同']);
  });

  test('go on after the highest number, whatever is missing before it', () => {
    expect(name(['甲', '乙'], { p7: { sha256: sha256('甲') } }).ids).toEqual(['p7=甲', 'p8=乙']);
  });

  test('of equal texts are told apart by order', () => {
    const { permalinks } = name(['同', '甲', '同']);
    expect(name(['新', '同', '甲', '同'], permalinks).ids).toEqual(['p4=新', 'p1=同', 'p2=甲', 'p3=同']);
  });

  test('retire when their text goes, saying where it went, and are never used again', () => {
    const texts = { p1: '双方同意加强交流。', p2: '双方将深化务实合作，扩大贸易规模。', p3: '完。' };
    const first = name(Object.values(texts));
    const second = name(
      [texts.p1, '双方将深化务实合作，', '扩大贸易规模。', texts.p3],
      first.permalinks,
      texts,
    );
    expect(second.ids).toEqual([
      `p1=${texts.p1}`,
      'p4=双方将深化务实合作，',
      'p5=扩大贸易规模。',
      `p3=${texts.p3}`,
    ]);
    expect(second.permalinks.p2).toEqual({ sha256: sha256(texts.p2), movedTo: ['p4', 'p5'] });

    const third = name([texts.p1, texts.p3, '又一段。'], second.permalinks, {});
    expect(third.ids.at(-1)).toBe('p6=又一段。');
    expect(third.permalinks.p2?.movedTo).toEqual(['p4', 'p5']);
  });

  test('come back with their text', () => {
    const first = name(['甲', '乙']);
    const second = name(['甲'], first.permalinks, { p2: '乙' });
    expect(second.permalinks.p2?.movedTo).toEqual([]);
    const third = name(['甲', '乙'], second.permalinks);
    expect(third.ids).toEqual(['p1=甲', 'p2=乙']);
    expect(third.permalinks.p2).toEqual({ sha256: sha256('乙') });
  });

  test('whatever is edited: no id goes away, moves to other text or is used twice', () => {
    const texts = fc.array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 7 });
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 5 }), (editions) => {
        let permalinks: DocumentPermalinks = {};
        const everText = new Map<string, string>();
        for (const edition of editions) {
          const named = name(edition, permalinks);
          for (const id of Object.keys(permalinks)) expect(named.permalinks).toHaveProperty([id]);
          permalinks = named.permalinks;
          expect(new Set(named.ids.map((line) => line.split('=')[0])).size).toBe(named.ids.length);
          for (const line of named.ids) {
            const [id = '', text = ''] = line.split('=');
            expect(everText.get(id) ?? text).toBe(text);
            everText.set(id, text);
            expect(permalinks[id]).toEqual({ sha256: sha256(text) });
          }
        }
      }),
    );
  });
});

test('a text went where most of it stands, in a block of the same part', () => {
  const old = '双方将继续推动务实合作';
  const published = { title: { sha256: sha256('旧题') }, p1: { sha256: sha256(old) } };
  const block = (part: 'title' | 'paragraph', text: string) => ({
    part,
    pieces: [{ from: 0, to: 1 }],
    segment: 0,
    section: null,
    text,
  });
  const { permalinks } = nameBlocks(
    [
      block('title', '双方将继续推动务实合作的题'),
      block('paragraph', '双方将继续推动各领域合作'),
      block('paragraph', '别的'),
    ],
    published,
    new Map([
      ['title', '旧题'],
      ['p1', old],
    ]),
  );
  expect(permalinks.p1?.movedTo).toEqual(['p2']);
  expect(permalinks.title?.movedTo).toEqual([]);
});
