import type { Script } from '../script/scripts.ts';
import { besideTexts } from './beside-text.ts';
import { citeTexts } from './cite-text.ts';
import { downloadTexts } from './download-text.ts';
import { finderTexts } from './finder-text.ts';
import { lookTexts } from './look-text.ts';
import { noteTexts } from './note-text.ts';
import { offlineTexts } from './offline-text.ts';
import { readingTexts } from './reading-text.ts';
import { relationTexts } from './relation-text.ts';
import { searchTexts } from './search-text.ts';

/**
 * Every word the site itself says, written for each script by hand: not only characters but words differ
 * (字符/字元, 文件/檔案). No string stands in a component.
 */
const texts = {
  ...besideTexts,
  ...searchTexts,
  ...relationTexts,
  ...citeTexts,
  ...offlineTexts,
  ...downloadTexts,
  ...finderTexts,
  ...lookTexts,
  ...noteTexts,
  ...readingTexts,
  skip: { hans: '跳到正文', hant: '跳到正文' },
  navigation: { hans: '主导航', hant: '主導航' },
  collection: { hans: '文献', hant: '文獻' },
  search: { hans: '检索', hant: '檢索' },
  about: { hans: '凡例', hant: '凡例' },
  scriptChoice: { hans: '简繁切换', hant: '簡繁切換' },
  published: { hans: '原文', hant: '原文' },
  converted: { hans: '由原文转换', hant: '由原文轉換' },
  convertedNotice: {
    hans: '本页由机器逐字转换，不是来源的原文。引用请以原文为准。',
    hant: '本頁由機器逐字轉換，不是來源的原文。引用請以原文為準。',
  },
  convertedLink: { hans: '查看原文', hant: '檢視原文' },
  publishedNotice: { hans: '本页照录来源的文字，没有转换。', hant: '本頁照錄來源的文字，沒有轉換。' },
  contents: { hans: '目录', hant: '目錄' },
  preamble: { hans: '前文', hant: '前文' },
  kind: { hans: '类别', hant: '類別' },
  date: { hans: '日期', hant: '日期' },
  language: { hans: '原文用字', hant: '原文用字' },
  source: { hans: '来源', hant: '來源' },
  extent: { hans: '篇幅', hant: '篇幅' },
  noDate: { hans: '来源未写明日期', hant: '來源未寫明日期' },
  basisFrontMatter: { hans: '据网页前置信息', hant: '據網頁前置資訊' },
  basisDateline: { hans: '据电头', hant: '據電頭' },
  basisSignature: { hans: '据落款', hant: '據落款' },
  noYear: { hans: '年份来源未写明', hant: '年份來源未寫明' },
  paragraphs: { hans: '段', hant: '段' },
  sections: { hans: '节', hant: '節' },
  characters: { hans: '字', hant: '字' },
  gapsMarked: { hans: '处缺文', hant: '處缺文' },
  notesMarked: { hans: '处疑误', hant: '處疑誤' },
  gap: { hans: '缺文', hant: '缺文' },
  note: { hans: '疑误', hant: '疑誤' },
  notePrinted: { hans: '印作', hant: '印作' },
  noteLikely: { hans: '疑为', hant: '疑為' },
  line: { hans: '行', hant: '行' },
  pager: { hans: '分页', hant: '分頁' },
  pageOf: { hans: '第{page}页，共{pages}页', hant: '第{page}頁，共{pages}頁' },
  pageBefore: { hans: '上一页', hant: '上一頁' },
  pageAfter: { hans: '下一页', hant: '下一頁' },
  previous: { hans: '上一篇', hant: '上一篇' },
  next: { hans: '下一篇', hant: '下一篇' },
  collectionBack: { hans: '全部文献', hant: '全部文獻' },
  documentsOfSource: { hans: '收入本集的文献', hant: '收入本集的文獻' },
  receivedLoading: { hans: '正在读取收到的文字……', hant: '正在讀取收到的文字……' },
  receivedFailed: {
    hans: '收到的文字读不到，请稍后再试，或下载原始文件。',
    hant: '收到的文字讀不到，請稍後再試，或下載原始檔案。',
  },
  receivedNoScript: {
    hans: '本集文献众多，这里的文字由浏览器的脚本列出。不用脚本时，请下载上面的原始文件。',
    hant: '本集文獻眾多，這裡的文字由瀏覽器的指令碼列出。不用指令碼時，請下載上面的原始檔案。',
  },
  receivedText: { hans: '收到的文字', hant: '收到的文字' },
  rawDownload: { hans: '下载收到的原始文件', hant: '下載收到的原始檔案' },
  sourceNotConverted: {
    hans: '下面是收到的文字，两种界面都不转换。',
    hant: '以下是收到的文字，兩種介面都不轉換。',
  },
  accounting: { hans: '字数清单', hant: '字數清單' },
  accountingNote: {
    hans: '收到的字符全部列入，每个只计一次：保留的与略去的之和，等于全部。',
    hant: '收到的字元全部列入，每個只計一次：保留的與略去的之和，等於全部。',
  },
  total: { hans: '全部', hant: '全部' },
  kept: { hans: '保留', hant: '保留' },
  leftOut: { hans: '略去', hant: '略去' },
  reason: { hans: '原因', hant: '原因' },
  count: { hans: '字符', hant: '字元' },
  share: { hans: '占比', hant: '比例' },
  data: { hans: '数据', hant: '資料' },
  retired: { hans: '停用的编号', hant: '停用的編號' },
  retiredTo: { hans: '已移至', hant: '已移至' },
  retiredGone: { hans: '已不在本文中', hant: '已不在本文中' },
  notFound: { hans: '没有这个网址', hant: '沒有這個網址' },
  notFoundHint: {
    hans: '网址可能不完整，或有误。文献的网址不会更改，可以从全部文献中再找。',
    hant: '網址可能不完整，或有誤。文獻的網址不會更改，可以從全部文獻中再找。',
  },
  showPublishedLong: { hans: '看本段的原文（按 O 键）', hant: '看本段的原文（按 O 鍵）' },
  markChoices: { hans: '标出一字有多种转换的字', hant: '標出一字有多種轉換的字' },
  copyAs: { hans: '复制时取', hant: '複製時取' },
  copyAsk: { hans: '先问我', hant: '先問我' },
  copyPublished: { hans: '原文', hant: '原文' },
  copyShown: { hans: '本页所见', hant: '本頁所見' },
  copyQuestion: { hans: '复制哪一种文字？', hant: '複製哪一種文字？' },
  copyPublishedLong: { hans: '原文（建议引用时用）', hant: '原文（建議引用時用）' },
  copyShownLong: { hans: '本页所见的转换文字', hant: '本頁所見的轉換文字' },
  copyLater: { hans: '以后可以在本页开头更改。', hant: '以後可以在本頁開頭更改。' },
  copyFailed: { hans: '没有复制成功，请再试一次', hant: '沒有複製成功，請再試一次' },
  copied: { hans: '已复制', hant: '已複製' },
  lineBefore: { hans: '第', hant: '第' },
  legendKept: {
    hans: '有下划线的是保留的文字，每段开头标出它的编号，行首是原文件的行号。',
    hant: '有底線的是保留的文字，每段開頭標出它的編號，行首是原始檔案的行號。',
  },
  legendLeft: { hans: '虚线框里是略去的文字。', hant: '虛線框裡是略去的文字。' },
  legendDescribed: {
    hans: '虚线框里说明略去了什么、有多少字符；略去的文字只在原始文件里。',
    hant: '虛線框裡說明略去了什麼、有多少字元；略去的文字只在原始檔案裡。',
  },
  legendSpace: {
    hans: '小点是略去的空格，没有另外注明的是{reason}。',
    hant: '小點是略去的空格，沒有另外註明的是{reason}。',
  },
  legendBlank: { hans: '空行不显示。', hant: '空行不顯示。' },
  partTitle: { hans: '标题', hant: '標題' },
  partDateline: { hans: '电头', hant: '電頭' },
  partSignature: { hans: '落款', hant: '落款' },
  partCaption: { hans: '图片说明', hant: '圖片說明' },
  partHeading: { hans: '节', hant: '節' },
  edition: { hans: '版本', hant: '版本' },
  simplified: { hans: '简体中文', hant: '簡體中文' },
  traditional: { hans: '繁体中文', hant: '繁體中文' },
  'left-line-wrap': { hans: '版面折行', hant: '版面折行' },
  'left-line-end': { hans: '段末换行', hant: '段末換行' },
  'left-blank-line': { hans: '空行', hant: '空行' },
  'left-column-break': { hans: '转栏的空行', hant: '轉欄的空行' },
  'left-edge-space': { hans: '行首行末的空格', hant: '行首行末的空格' },
  'left-justification-space': { hans: '齐行的空格', hant: '齊行的空格' },
  'left-layout-space': { hans: '排版用的空白', hant: '排版用的空白' },
  'left-jump-mark': { hans: '转版标记', hant: '轉版標記' },
  'left-markup': { hans: '标记', hant: '標記' },
  'left-attribute': { hans: '属性与链接地址', hant: '屬性與連結網址' },
  'left-comment': { hans: '注释', hant: '註解' },
  'left-script': { hans: '程序与样式', hant: '程式與樣式' },
  'left-furniture': { hans: '版面或网页的其他文字', hant: '版面或網頁的其他文字' },
} as const;

/** Each script's name, in itself: a reader of the other looks for it. */
export const scriptNames = { hans: '简体', hant: '繁體' } as const;
export const scriptNamesLong = { hans: '简体中文', hant: '繁體中文' } as const;

export type InterfaceKey = keyof typeof texts;
export type Say = (key: InterfaceKey) => string;

/** A function that says a text of the interface in a script. `sayIn('hant')('search') // => '檢索'` */
export function sayIn(script: Script): Say {
  return (key) => texts[key][script];
}

/** Some texts of the interface in a script, for the browser, as JSON. */
export function wordsIn(script: Script, keys: readonly InterfaceKey[]): string {
  const say = sayIn(script);
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, say(key)])));
}
