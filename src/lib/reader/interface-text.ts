import { convertText } from '../script/convert-text.ts';
import type { Script } from '../script/scripts.ts';

/** Every word the site itself says, in Simplified Chinese; the other script is converted like any text. */
const texts = {
  skip: '跳到正文',
  navigation: '主导航',
  collection: '文献',
  search: '检索',
  about: '凡例',
  hans: '简体',
  hant: '繁体',
  scriptChoice: '简繁切换',
  published: '原文',
  converted: '由原文转换',
  convertedNotice: '本页由机器逐字转换，不是来源的原文。引用请以原文为准：',
  convertedLink: '看原文',
  publishedNotice: '本页照录来源的文字，没有转换。',
  contents: '目录',
  preamble: '前文',
  kind: '类别',
  date: '日期',
  language: '原文文字',
  source: '来源',
  extent: '篇幅',
  noDate: '来源未写明',
  basisFrontMatter: '据前置信息',
  basisDateline: '据电头',
  basisSignature: '据落款',
  noYear: '年份来源未写明',
  title: '标题',
  paragraphs: '段',
  sections: '节',
  characters: '字',
  gapsMarked: '处缺文',
  notesMarked: '处疑误',
  gap: '缺文',
  note: '疑误',
  notePrinted: '印作',
  noteLikely: '疑为',
  toSource: '在来源中的位置',
  line: '行',
  previous: '上一篇',
  next: '下一篇',
  collectionBack: '全部文献',
  documentsOfSource: '收入本集的文献',
  receivedText: '收到的文字',
  rawDownload: '下载收到的原始文件',
  sourceNotConverted: '下面是收到的文字，两种界面都不转换。',
  sourceLegend:
    '有横线的是留下的文字，每段开头有它的编号；虚线框里的是略去的文字；小点是略去的空格。空行不显示，行号照原文件。',
  sourceLegendWeb:
    '有横线的是留下的文字，每段开头有它的编号；虚线框里说明略去了什么、有多少字符。略去的文字只在原始文件里。',
  accounting: '字数清单',
  accountingNote: '收到的每一个字符都在清单里，恰好一次：留下的，加上略去的，等于全部。',
  total: '全部',
  kept: '留下',
  leftOut: '略去',
  reason: '原因',
  count: '字符',
  share: '占比',
  data: '数据',
  retired: '停用的编号',
  retiredTo: '已移至',
  retiredGone: '已不在本文中',
  searchLabel: '要找的字词',
  searchButton: '检索',
  searchHint: '繁简都可以输入；用空格隔开的几个词须在同一段里。',
  searchNoScript: '检索要用到 JavaScript。没有它，请打开文献，用浏览器的页内查找。',
  searchLoading: '正在检索……',
  searchNone: '没有一段含有',
  searchCount: '段含有',
  searchFailed: '检索没有成功：索引读不到。请重新载入本页再试。',
  searchEmpty: '请输入要找的字词。',
  more: '再看一些',
  notFound: '没有这个地址',
  notFoundHint: '地址也许抄漏了。文献的地址不会更改，可以从目录再找。',
  edition: '版本',
} as const;

export type InterfaceKey = keyof typeof texts;
export type Say = (key: InterfaceKey) => string;

/** A function that says a text of the interface in a script. `sayIn('hant')('search') // => '檢索'` */
export function sayIn(script: Script): Say {
  return (key) => convertText(texts[key], 'zh-Hans-CN', script);
}

/** An editor's words (recipes are written in Simplified Chinese) in a script. */
export function sayEditor(text: string, script: Script): string {
  return convertText(text, 'zh-Hans-CN', script);
}
