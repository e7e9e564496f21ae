import { expect, test } from 'vitest';
import { toDocumentList } from '../../../src/lib/reader/to-document-list.ts';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import { createDocumentFinder } from '../../../src/lib/search/find-documents.ts';
import { createFold } from '../../../src/lib/search/fold.ts';
import type { Document } from '../../../src/schemas/document.ts';

const documents = [
  ['2023-statement', '中华人民共和国和俄罗斯联邦\n关于深化关系的联合声明', 'zh-Hans-CN', '2023-03-21'],
  ['report', '中俄聯合聲明：反對在烏克蘭「拱火」', 'zh-Hant-TW', 'XXXX-03-22'],
  ['plan', '关于２０３０年前经济合作的联合声明 WTO', 'zh-Hans-CN', null],
].map(
  ([slug, title, lang, date]) =>
    ({ slug, lang, date, blocks: [{ id: 'title', part: 'title', text: title }] }) as unknown as Document,
);
const convert = createConverter([]);

for (const script of ['hans', 'hant'] as const) {
  const list = toDocumentList(documents, script, convert);
  const find = createDocumentFinder(list.documents, createFold(list.fold));
  const found = (typed: string) => find(typed).map(([slug]) => slug);

  test(`documents are found by parts of their titles, in either script: ${script}`, () => {
    expect(found('联合声明')).toEqual(['2023-statement', 'report', 'plan']);
    expect(found('聯合聲明')).toEqual(['2023-statement', 'report', 'plan']);
    expect(found('乌克兰“拱火”')).toEqual(['report']);
    expect(found('2030年前')).toEqual(['plan']);
    expect(found('wto')).toEqual(['plan']);
    expect(found('龘')).toEqual([]);
  });

  test(`each word that is typed is there, in the title, the day or the address: ${script}`, () => {
    expect(found('联合　声明 关系')).toEqual(['2023-statement']);
    expect(found('聲明 3月')).toEqual(['2023-statement', 'report']);
    expect(found('2023-st')).toEqual(['2023-statement']);
    for (const typed of ['', '  ', '　']) expect(found(typed)).toEqual([]);
  });

  test(`a document is shown as it is called in the script: ${script}`, () => {
    const [[slug, title, day] = []] = find('烏克蘭');
    expect(slug).toBe('report');
    expect(title).toBe(
      script === 'hans' ? '中俄联合声明：反对在乌克兰「拱火」' : '中俄聯合聲明：反對在烏克蘭「拱火」',
    );
    expect(day).toBe('3月22日');
  });
}
