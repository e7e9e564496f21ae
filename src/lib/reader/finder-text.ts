/** What finding a document among many says, in each script. */
export const finderTexts = {
  finderLabel: { hans: '按题名或日期查找文献', hant: '按題名或日期尋找文獻' },
  finderAll: { hans: '全部文献', hant: '全部文獻' },
  finderChosen: { hans: '已选的文献', hant: '已選的文獻' },
  finderLoading: { hans: '正在读取……', hant: '正在讀取……' },
  finderFailed: {
    hans: '没有取到文献清单，请检查网络，再试一次。',
    hant: '沒有取到文獻清單，請檢查網路，再試一次。',
  },
  finderFound: { hans: '找到 {documents} 篇', hant: '找到 {documents} 篇' },
  finderMost: {
    hans: '找到 {documents} 篇，列出前 {most} 篇；多输入几个字可以缩小范围。',
    hant: '找到 {documents} 篇，列出前 {most} 篇；多輸入幾個字可以縮小範圍。',
  },
  finderNone: {
    hans: '没有题名或日期里有“{typed}”的文献。',
    hant: '沒有題名或日期裡有「{typed}」的文獻。',
  },
} as const;

/** What it says in the browser. */
export const finderKeys = [
  'finderLoading',
  'finderFailed',
  'finderFound',
  'finderMost',
  'finderNone',
] as const;
export type FinderWords = Readonly<Record<(typeof finderKeys)[number], string>>;
