/** What the site says about what there is to take away, and what goes with it, in each script. */
export const downloadTexts = {
  downloads: { hans: '下载', hant: '下載' },
  origin: { hans: '来源自述', hant: '來源自述' },
  sourceHash: { hans: '来源文件 SHA-256', hant: '來源檔案 SHA-256' },
  address: { hans: '网址', hant: '網址' },
  rights: { hans: '权利', hant: '權利' },
  documentId: { hans: '文献代号', hant: '文獻代號' },
  plainTextNote: {
    hans: '格式：每段之前方括号内为编号；缩进两格的是同一段的下一行；〔〕开头的是编者按语。',
    hant: '格式：每段之前方括號內為編號；縮排兩格的是同一段的下一行；〔〕開頭的是編者按語。',
  },
  colophon: { hans: '关于本文', hant: '關於本文' },
  backToText: { hans: '回到正文', hant: '回到正文' },
  accessibilitySummary: {
    hans: '全部内容为文字，按标题分节，有目录；编者按语为脚注；没有图像、声音或动画。',
    hant: '全部內容為文字，按標題分節，有目錄；編者按語為註腳；沒有圖像、聲音或動畫。',
  },
  teiPrinciples: {
    hans: '正文是来源的文字，一字不改。略去的折行、齐行空格与版面文字，另有清单逐字列明。milestone 标出来源文件的行号；gap 标缺文；sic 与 corr 标疑误；app 标另一文本的异文。',
    hant: '正文是來源的文字，一字不改。略去的折行、齊行空格與版面文字，另有清單逐字列明。milestone 標出來源檔案的行號；gap 標缺文；sic 與 corr 標疑誤；app 標另一文本的異文。',
  },
} as const;
