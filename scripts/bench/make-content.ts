import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readCollection, readDocuments, readScriptExceptions } from '../../src/content/content-files.ts';
import { listTexts } from '../../src/content/list-texts.ts';
import { openContent } from '../../src/content/read-content.ts';
import { auditText } from '../../src/lib/script/audit-text.ts';
import { sha256 } from '../../src/lib/text/sha256.ts';
import type { ScriptException } from '../../src/schemas/script-exceptions.ts';
import { createRandom } from '../../tests/lib/search/acceptance.ts';

/** Of a synthetic document: its paragraphs, about how many characters they have, and the lines they are wrapped into. */
const paragraphsOfDocument = 60;
const charactersOfParagraph = 120;
const lineWidth = 36;
const indent = '　　';
/** Characters from which on a paragraph ends with its sentence: by trial, so that the mean is what it is said to be. */
const shortest = 82;
/** Paragraphs that a document takes over from the one before it, with other numbers: what relations find. */
const takenOver = 6;

/**
 * Write a folder like `content/`: sources with recipes, the sentences of the real collection recombined, the same for
 * the same seed. Every tenth document is in Traditional script. Every document has a source of its own, and most
 * repeat some paragraphs of the one before them.
 */
export function makeContent(folder: string, documents: number, seed: number): void {
  const write = createWriter(seed);
  for (const name of ['about.hans.md', 'about.hant.md']) cpSync(join('content', name), join(folder, name));
  const save = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const collection = readCollection('content');
  const kind = Object.keys(collection.kinds)[0] ?? '';
  const sourceKind = Object.keys(collection.sourceKinds)[0] ?? '';
  save(
    'collection.yaml',
    stringify({
      ...collection,
      title: '合成文集',
      description: '量速度用的合成文集。',
      shortNames: {},
      order: [],
    }),
  );
  save('script-exceptions.yaml', stringify(readScriptExceptions('content')));
  save('relations.yaml', stringify({ nearest: 1 }));
  for (let index = 0; index < documents; index += 1) {
    const { language, title, paragraphs } = write(index);
    const lines = [title, '', ...paragraphs.flatMap((text) => wrap(indent + text))];
    const text = `${lines.join('\n')}\n`;
    const id = `synthetic-${index}`;
    save(`sources/${id}/source.txt`, text);
    save(
      `sources/${id}/recipe.yaml`,
      stringify({
        sha256: sha256(text),
        reader: 'text-layer',
        name: `合成来源${index}`,
        kind: sourceKind,
        language,
        description: '由文集的句子重新组合而成。',
        documents: [
          {
            slug: id,
            kind,
            segments: [
              { part: 'title', lines: 1 },
              { part: 'text', lines: `3-${lines.length}`, spacing: 'single' },
            ],
          },
        ],
      }),
    );
  }
}

/**
 * State in how many places the decisions on its scripts stand against the words, as an editor would who has read them:
 * a build asks for it. To be called when the collection is imported.
 */
export function countOverrulings(folder: string): void {
  const exceptions = readScriptExceptions(folder);
  const counts = new Map<ScriptException, number>();
  for (const { text, language } of listTexts(openContent(folder)))
    for (const { exception } of auditText(text, language, exceptions).overrulings)
      counts.set(exception, (counts.get(exception) ?? 0) + 1);
  const counted = exceptions.map((one) => ({ ...one, overrules: counts.get(one) ?? 0 }));
  writeFileSync(join(folder, 'script-exceptions.yaml'), stringify(counted));
}

interface SyntheticDocument {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A function that makes documents, one after the other. */
function createWriter(seed: number): (index: number) => SyntheticDocument {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const real = readDocuments('content');
  const sentences = (script: string) =>
    real
      .filter(({ lang }) => lang.startsWith(script))
      .flatMap(({ blocks }) => blocks.filter(({ part }) => part === 'paragraph'))
      .flatMap(({ text }) => text.match(/[^。；]+[。；]/gu) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => /^\p{Script=Han}/u.test(sentence) && sentence.length < charactersOfParagraph);
  const pools = { 'zh-Hans-CN': sentences('zh-Hans'), 'zh-Hant-TW': sentences('zh-Hant') };
  const number = () => Math.floor(random() * 1_000_000);
  const paragraph = (language: keyof typeof pools): string => {
    const parts = [`第${number()}号：`];
    const size = () => parts.join('').length;
    // A last line that is full, or nearly, would be read on into the next paragraph.
    const isRoomLeft = () => {
      const last = (indent.length + size()) % lineWidth;
      return last > 0 && last < lineWidth - 2;
    };
    while (size() < shortest || !isRoomLeft()) parts.push(pick(pools[language]));
    return parts.join('').replace(/[；]$/u, '。');
  };
  let before: readonly string[] = [];
  return (index) => {
    const language = index % 10 === 9 ? 'zh-Hant-TW' : 'zh-Hans-CN';
    const taken = index % 10 === 0 || language === 'zh-Hant-TW' ? [] : before.slice(0, takenOver);
    const paragraphs = Array.from(
      { length: paragraphsOfDocument },
      (_, place) => taken[place]?.replace(/\d+/, String(number())) ?? paragraph(language),
    );
    before = paragraphs.slice(10, 10 + takenOver);
    return { language, title: `合成文集第${index + 1}篇`, paragraphs };
  };
}

/** A paragraph as lines of a column. */
function wrap(text: string): string[] {
  return text.match(new RegExp(`.{1,${lineWidth}}`, 'gsu')) ?? [];
}
