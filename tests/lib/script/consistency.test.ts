import { expect, test } from 'vitest';
import { readDocuments, readScriptExceptions } from '../../../src/content/content-files.ts';
import { listTexts } from '../../../src/content/list-texts.ts';
import { openContent } from '../../../src/content/read-content.ts';
import { auditText } from '../../../src/lib/script/audit-text.ts';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import { isOneToMany } from '../../../src/lib/script/dictionaries.ts';
import { formatAudit } from '../../../src/lib/script/format-audit.ts';
import { otherScript, scriptOf } from '../../../src/lib/script/scripts.ts';

const exceptions = readScriptExceptions('content');
const convert = createConverter(exceptions);
const documents = readDocuments('content');

const codeOf = (character: string) => character.codePointAt(0) ?? 0;

test('the same word never comes out two ways', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const forms = new Map<string, Set<string>>();
  for (const { lang, blocks } of documents)
    for (const { text } of blocks) {
      const shown = Array.from(convert(text, lang, otherScript(scriptOf(lang))));
      let at = 0;
      for (const { segment } of segmenter.segment(text)) {
        const length = Array.from(segment).length;
        if (length > 1) {
          const key = `${scriptOf(lang)} ${segment}`;
          forms.set(key, (forms.get(key) ?? new Set()).add(shown.slice(at, at + length).join('')));
        }
        at += length;
      }
    }
  expect(forms.size).toBeGreaterThan(1000);
  expect([...forms].filter(([, found]) => found.size > 1).map(([word, found]) => [word, ...found])).toEqual(
    [],
  );
});

test('there is much to decide: thousands of characters that may become one of several', () => {
  const count = documents
    .filter(({ lang }) => scriptOf(lang) === 'hans')
    .flatMap(({ blocks }) => blocks.flatMap(({ text }) => Array.from(text)))
    .filter((character) => isOneToMany(codeOf(character), 'hant')).length;
  expect(count).toBeGreaterThan(2500);
});

test('every disagreement of every text is decided, and every decision is needed', () => {
  const texts = listTexts(openContent('content'));
  const found = texts.flatMap(({ text, language }) => auditText(text, language, exceptions).disagreements);
  expect(found.filter(({ decision }) => !decision)).toEqual([]);
  for (const exception of exceptions) {
    const isNeeded = texts.some(({ text, language }) => {
      if (scriptOf(language) === exception.to || !text.includes(exception.text)) return false;
      const without = exceptions.filter((other) => other !== exception);
      return (
        createConverter(without)(text, language, exception.to) !== convert(text, language, exception.to) ||
        auditText(text, language, without).disagreements.some(({ decision }) => !decision)
      );
    });
    expect(isNeeded, exception.text).toBe(true);
  }
});

test('an undecided disagreement is reported with its context, places and the line to add', () => {
  const text = '重申恪守一个中国原则。';
  const found = auditText(text, 'zh-Hans-CN', []).disagreements.map((disagreement) => ({
    ...disagreement,
    place: 'sample#p1',
  }));
  const { report, undecided } = formatAudit(found, [], []);
  expect(undecided).toBe(1);
  expect(report).toContain('个 → 箇 (hant), word by word 個, 1×: UNDECIDED');
  expect(report).toContain('…重申恪守一个中国原则。…  sample#p1');
  expect(report).toContain('- { to: hant, text: "重申恪守一个中国原则。", becomes: ……, reason: …… }');
});

test.each(['海关系统升级', '有关系列活动', '水准入选', '以合同为准入场'])(
  'an exception that catches other words (%s) is a question, not a decision',
  (text) => {
    const found = auditText(text, 'zh-Hans-CN', exceptions).overrulings.map((overruling) => ({
      ...overruling,
      place: 'sample#p1',
    }));
    expect(found.length).toBe(1);
    const { report, undecided } = formatAudit([], found, exceptions);
    expect(undecided).toBeGreaterThan(0);
    expect(report).toContain(`…${text}…  sample#p1`);
  },
);

test('words that an exception is too narrow for are questions', () => {
  for (const text of ['渔船只有三艘', '目标准许'])
    expect(
      auditText(text, 'zh-Hans-CN', exceptions).disagreements.some(({ decision }) => !decision),
      text,
    ).toBe(true);
});

test('words are told apart after a character of two units, too', () => {
  const found = (text: string) =>
    auditText(text, 'zh-Hans-CN', exceptions).disagreements.map(({ at, published, others }) => ({
      at: at - text.indexOf('重'),
      published,
      others,
    }));
  const text = '重申恪守一个中国原则，发展体系。';
  expect(found(text).length).toBeGreaterThan(0);
  // Two characters of four units.
  expect(found(`𠮷𠮷${text}`).map(({ at, ...rest }) => ({ at: at + 2, ...rest }))).toEqual(found(text));
});

test('a choice is what OpenCC’s phrases choose, not a mere variant of a character', () => {
  for (const character of '了借发后里面系制台准冲复干划范松征云周并占志表游采克党价伙只签谷余尽历出个')
    expect(isOneToMany(codeOf(character), 'hant'), character).toBe(true);
  for (const character of '国产查馆岁说们这')
    expect(isOneToMany(codeOf(character), 'hant'), character).toBe(false);
});
