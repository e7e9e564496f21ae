import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/lib/cite/mark.ts';
import { partOfId, sectionOfId } from '../../../src/lib/document/block-id.ts';
import { scriptOf } from '../../../src/lib/script/scripts.ts';
import type { Clause } from '../../../src/lib/search/clause.ts';
import type { Found, Judged } from '../../../src/lib/verify/create-verifier.ts';
import { readPassage } from '../../../src/lib/verify/read-passage.ts';
import { collectionInput } from '../search/collection.ts';
import { openCollection } from './collection.ts';

const { clauses, verify, verifyInShards, fold, slugOf } = openCollection('hans');
const languageOf = (clause: Clause) => collectionInput.documents[clause.document]?.lang ?? 'zh-Hans-CN';
const address = (clause: Clause) => `${slugOf(clause.document)}#${clause.id}`;
const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);
const countLetters = (text: string) => Array.from(text).filter(isLetter).length;

/** The same numbers every time (mulberry32). */
function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return { below, pick };
}

/** Sentences of published clauses that are long enough to be quoted, each with where it stands. */
interface Sentence {
  readonly clause: Clause;
  readonly text: string;
}
const sentences: Sentence[] = clauses
  .filter(({ id }) => partOfId(id) === 'paragraph')
  .flatMap((clause) =>
    readPassage(clause.published).flatMap(({ text, parts }) =>
      parts.length === 1 && countLetters(text) >= 12 ? [{ clause, text }] : [],
    ),
  );

/** Texts in which a sentence may stand, each as the plain text of a section’s paragraphs. */
const naive = (() => {
  const groups: Clause[][] = [];
  for (const clause of clauses) {
    const last = groups.at(-1)?.at(-1);
    const goesOn =
      last &&
      last.document === clause.document &&
      partOfId(last.id) === 'paragraph' &&
      partOfId(clause.id) === 'paragraph' &&
      sectionOfId(last.id) === sectionOfId(clause.id);
    if (goesOn) groups.at(-1)?.push(clause);
    else groups.push([clause]);
  }
  return groups;
})();

/** Every place of a text, found by comparing it at each code point: `slug#id:from..id:to`. */
function scan(text: string): string[] {
  const wanted = Array.from(text);
  return naive.flatMap((group) => {
    const characters = group.flatMap((clause) =>
      Array.from(clause.published, (character, at) => ({ character, clause, at })),
    );
    const found: string[] = [];
    for (let start = 0; start + wanted.length <= characters.length; start += 1) {
      if (!wanted.every((character, index) => characters[start + index]?.character === character)) continue;
      const [first, last] = [characters[start], characters[start + wanted.length - 1]];
      if (first && last) found.push(`${address(first.clause)}:${first.at}..${last.clause.id}:${last.at + 1}`);
    }
    return found;
  });
}
const place = ({ document, mark }: Pick<Found, 'document'> & { mark: Mark }) =>
  `${slugOf(document)}#${mark.from.id}:${mark.from.at}..${mark.to.id}:${mark.to.at}`;
const clauseOf = ({ document, mark }: Found) => `${slugOf(document)}#${mark.from.id}`;

const times: number[] = [];
function judge(passage: string): Judged {
  const units = readPassage(passage);
  expect(units, passage).toHaveLength(1);
  const start = performance.now();
  const judged = verify(units[0] as (typeof units)[number]);
  times.push(performance.now() - start);
  return judged;
}

const count = 50;
const many = <Item>(seed: number, make: (random: ReturnType<typeof createRandom>) => Item | undefined) => {
  const random = createRandom(seed);
  const made: Item[] = [];
  while (made.length < count) {
    const item = make(random);
    if (item !== undefined) made.push(item);
  }
  return made;
};

describe('of 350 passages made from the collection', () => {
  const quotes = [
    ['', ''],
    ['“', '”'],
    ['「', '」'],
    ['『', '』'],
    ['《', '》'],
    ['"', '"'],
  ] as const;

  test('verbatim ones are found verbatim, at every place where they stand', () => {
    const passages = many(1, (random) => {
      const { text } = random.pick(sentences);
      return { text, passage: random.pick(quotes).join(text) };
    });
    for (const { text, passage } of passages) {
      const judged = judge(passage);
      expect(judged.kind, passage).toBe('verbatim');
      expect(judged.found.map(place).sort(), passage).toEqual(scan(text).sort());
      for (const { printed } of judged.found) expect(printed).toBe(text);
    }
  });

  test('so are those that go on in the next paragraph', () => {
    const random = createRandom(2);
    const groups = naive.filter(({ length }) => length > 1);
    for (let made = 0; made < count; ) {
      const group = random.pick(groups);
      const at = random.below(group.length - 1);
      const [one, next] = [group[at] as Clause, group[at + 1] as Clause];
      const text =
        Array.from(one.published).slice(-8).join('') + Array.from(next.published).slice(0, 8).join('');
      const whole = verify({ text, parts: [text], isEnded: true });
      expect(whole.kind, text).toBe('verbatim');
      expect(whole.found.map(place), text).toEqual(scan(text));
      expect(whole.found.map(({ mark }) => mark.to.id)).toContain(next.id);
      // What ends a sentence inside makes several of it: each stands there.
      for (const unit of readPassage(text)) {
        if (unit.parts.length > 1) continue;
        const judged = verify(unit);
        expect(judged.kind, unit.text).toBe('verbatim');
        expect(judged.found.map(place).sort(), unit.text).toEqual(scan(unit.text).sort());
      }
      made += 1;
    }
  });

  test('converted ones are alike, or verbatim where nothing was converted', () => {
    const passages = many(3, (random) => {
      const { clause, text } = random.pick(sentences);
      const lang = languageOf(clause);
      const other = scriptOf(lang) === 'hans' ? 'hant' : 'hans';
      return { clause, text, passage: collectionInput.convert(text, lang, other) };
    });
    for (const { clause, text, passage } of passages) {
      const { kind, found } = judge(passage);
      expect(kind, passage).toBe(scan(passage).length > 0 ? 'verbatim' : 'alike');
      expect(found.map(clauseOf), passage).toContain(address(clause));
      if (passage === text) continue;
      const there = found.find((each) => clauseOf(each) === address(clause) && each.printed === text);
      expect(there?.alike, passage).toEqual(['characters']);
    }
  });

  test('of one character said otherwise exactly this one is named, at the right place', () => {
    const passages = many(4, (random) => {
      const { clause, text } = random.pick(sentences);
      const characters = Array.from(text);
      const at = random.below(characters.length);
      if (!isLetter(characters[at] ?? '') || /[\d\w]/.test(characters[at] ?? '')) return undefined;
      const said = random.pick(Array.from('龘犇猋骉鱻麤'));
      return { clause, text, said, printed: characters[at], passage: characters.with(at, said).join('') };
    });
    for (const { clause, text, said, printed, passage } of passages) {
      const { kind, found } = judge(passage);
      expect(kind, passage).toBe('changed');
      expect(found.map(clauseOf), passage).toContain(address(clause));
      for (const each of found) {
        const different = each.pieces.filter(({ kind: how }) => how === 'changed');
        // Another text that has the sentence with other marks is as near: letters count.
        // So is one in the other script.
        expect(
          different
            .filter((piece) => countLetters(piece.said + piece.printed) > 0)
            .map((piece) => ({ said: piece.said, printed: fold(piece.printed) })),
          passage,
        ).toEqual([{ said, printed: fold(printed ?? '') }]);
        if (clauseOf(each) === address(clause)) {
          expect(different, passage).toHaveLength(1);
          expect(each.printed).toBe(text);
        }
        expectPieces(each, passage);
      }
    }
  });

  test('of dropped words the clause is named, and the pieces give both texts', () => {
    const passages = many(5, (random) => {
      const { clause, text } = random.pick(sentences);
      const characters = Array.from(text);
      if (characters.length < 16) return undefined;
      const length = 2 + random.below(3);
      const from = 4 + random.below(characters.length - length - 8);
      const passage = characters.toSpliced(from, length).join('');
      const isThere = scan(passage).length > 0 || readPassage(passage).length !== 1;
      return isThere || countLetters(characters.slice(from, from + length).join('')) === 0
        ? undefined
        : { clause, text, passage };
    });
    for (const { clause, text, passage } of passages) {
      const { kind, found } = judge(passage);
      expect(['changed', 'nearest'], passage).toContain(kind);
      expect(found.map(clauseOf), passage).toContain(address(clause));
      for (const each of found) expectPieces(each, passage);
      expect(
        found.map(({ printed }) => printed),
        passage,
      ).toContain(text);
    }
  });

  test('parts that an ellipsis joins are verbatim, at the right clause', () => {
    const ellipses = ['……', '…', '[...]', '(…)', '〔……〕', '...', '（……）'];
    const passages = many(6, (random) => {
      const { clause, text } = random.pick(sentences);
      const characters = Array.from(text);
      if (characters.length < 20) return undefined;
      const end = 6 + random.below(4);
      const start = end + 2 + random.below(characters.length - end - 8);
      const parts = [characters.slice(0, end).join(''), characters.slice(start).join('')] as const;
      const ellipsis = random.pick(ellipses);
      return { clause, parts, passage: random.pick(quotes).join(parts.join(ellipsis)) };
    });
    for (const { clause, parts, passage } of passages) {
      const { kind, found } = judge(passage);
      expect(kind, passage).toBe('verbatim');
      expect(found.map(clauseOf), passage).toContain(address(clause));
      const naively = clauses.filter(({ published }) => {
        const at = published.indexOf(parts[0]);
        return at >= 0 && published.indexOf(parts[1], at + parts[0].length) >= 0;
      });
      expect([...new Set(found.map(clauseOf))].sort(), passage).toEqual(naively.map(address).sort());
    }
  });

  test('invented ones are never called verbatim or alike', () => {
    const all = clauses.flatMap(({ forms }) => forms).join('\n');
    const letters = (text: string) => Array.from(fold(text)).filter(isLetter).join('');
    const allLetters = letters(all);
    // Half sentences of the collection set together anew, and words that it does not have at all.
    const other = [
      '量子计算机',
      '葡萄酒庄园',
      '极地考察站',
      '出租汽车',
      '登山运动员',
      '陶瓷博物馆',
      '珊瑚礁',
      '咖啡',
    ];
    const passages = many(7, (random) => {
      const half = (text: string, isFirst: boolean) => {
        const phrases = text.replace(/[。！？”]+$/u, '').split(/，|；/u);
        return isFirst ? (phrases[0] ?? '') : (phrases.at(-1) ?? '');
      };
      const passage = `${half(random.pick(sentences).text, true)}${random.pick(other)}${half(random.pick(sentences).text, false)}${random.below(2) ? random.pick(other) : ''}。`;
      return allLetters.includes(letters(passage)) || readPassage(passage).length !== 1 ? undefined : passage;
    });
    const kinds = passages.map((passage) => judge(passage).kind);
    // What stands in quotation marks may have been taken over with them, and is told apart.
    for (const [index, kind] of kinds.entries())
      expect(
        [
          'changed',
          'nearest',
          'none',
          'scattered',
          ...(/[“「]/u.test(passages[index] ?? '') ? ['quoted'] : []),
        ],
        passages[index],
      ).toContain(kind);
  });

  test('takes this long', () => {
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(
      `${times.length} passages verified: median ${median.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(0)} ms.`,
    );
  });
});

/** What is said and what is printed, as the pieces have them. */
function expectPieces({ pieces, printed }: Found, passage: string): void {
  expect(pieces.map(({ said }) => said).join('')).toBe(passage);
  expect(pieces.map((piece) => piece.printed).join('')).toBe(printed);
}

test('over shards, the answer is the same', async () => {
  const random = createRandom(8);
  for (let made = 0; made < 12; made += 1) {
    const { text } = random.pick(sentences);
    const [unit] = readPassage(text);
    if (!unit) continue;
    const [here, there] = [verify(unit), await verifyInShards(unit)];
    expect(there.kind, text).toBe(here.kind);
    expect(there.found.map(place).sort(), text).toEqual(here.found.map(place).sort());
  }
});

test.each([
  ['as published', (text: string) => text, 'verbatim'],
  [
    'with a character changed in each sentence',
    (text: string) => Array.from(text).with(5, '龘').join(''),
    'changed',
  ],
])(
  'a passage of 20,000 characters takes less than sixteen seconds, other work beside it: %s',
  (name, change, expected) => {
    const texts = sentences.map(({ text }) => `${change(text)}\n`).join('');
    const passage = Array.from(texts.repeat(Math.ceil(20_000 / texts.length)))
      .slice(0, 20_000)
      .join('');
    const start = performance.now();
    const kinds = readPassage(passage).map((unit) => verify(unit).kind);
    const spent = performance.now() - start;
    console.log(`20,000 characters ${name}, ${kinds.length} sentences: ${(spent / 1000).toFixed(1)} s.`);
    expect(kinds.slice(0, -1).filter((kind) => kind !== expected)).toEqual([]);
    expect(spent).toBeLessThan(16_000);
  },
  60_000,
);

test('so does a sentence of 20,000 characters that is not there', () => {
  const passage = sentences
    .map(({ text }) => text.replace(/[。！？]/gu, '，'))
    .join('')
    .repeat(3)
    .slice(0, 20_000);
  const start = performance.now();
  const [kind] = readPassage(passage).map((unit) => verify(unit).kind);
  const spent = performance.now() - start;
  console.log(`one sentence of 20,000 characters: ${(spent / 1000).toFixed(1)} s, ${kind}.`);
  // A quotation inside it may stand there.
  expect(['nearest', 'none', 'quoted']).toContain(kind);
  expect(spent).toBeLessThan(16_000);
}, 60_000);
