/** What the site says about what there is to take away, and what goes with it, in each script. */
export const downloadTexts = {
  downloads: { hans: '下载', hant: '下載' },
  downloadIntro: {
    hans: '下面的文件与本站同时制作，内容是同一个版本。每个文件都写明版本、来源文件的 SHA-256 与权利说明。',
    hant: '以下的檔案與本站同時製作，內容是同一個版本。每個檔案都寫明版本、來源檔案的 SHA-256 與權利說明。',
  },
  downloadCheck: {
    hans: '核对下载是否完整：把文件的 SHA-256 与表中的比较，或用校验文件一次核对全部。',
    hant: '核對下載是否完整：把檔案的 SHA-256 與表中的比較，或用檢查碼檔案一次核對全部。',
  },
  downloadOnPages: {
    hans: '文献很多，每篇的文件在各篇的页面上；机器可读的清单有全部文件。',
    hant: '文獻很多，每篇的檔案在各篇的頁面上；機器可讀的清單有全部檔案。',
  },
  downloadWhole: { hans: '整个文集', hant: '整個文集' },
  downloadAll: { hans: '全部下载与校验值', hant: '全部下載與檢查碼' },
  downloadFile: { hans: '文件', hant: '檔案' },
  downloadSize: { hans: '大小', hant: '大小' },
  downloadSums: { hans: '校验文件', hant: '檢查碼檔案' },
  downloadList: { hans: '清单（JSON）', hant: '清單（JSON）' },
  formatZip: {
    hans: '整站（ZIP）：解压后打开 index.html，不用网络，也可放在任何网页服务器上',
    hant: '整站（ZIP）：解壓縮後開啟 index.html，不用網路，也可放在任何網頁伺服器上',
  },
  formatHtml: {
    hans: '单个文件（HTML）：两种文字的全部文献，可检索，直接打开',
    hant: '單一檔案（HTML）：兩種文字的全部文獻，可檢索，直接開啟',
  },
  formatEpub: { hans: 'EPUB 电子书（简繁两种文字）', hant: 'EPUB 電子書（簡繁兩種文字）' },
  formatTxt: { hans: '纯文本（原文）', hant: '純文字（原文）' },
  formatMd: { hans: 'Markdown（原文）', hant: 'Markdown（原文）' },
  formatTei: {
    hans: 'TEI P5（原文，含行号、缺文、疑误、异文）',
    hant: 'TEI P5（原文，含行號、缺文、疑誤、異文）',
  },
  formatJson: { hans: 'JSON（原文，含在来源中的位置）', hant: 'JSON（原文，含在來源中的位置）' },
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
    hans: '全部内容为文字，按标题分节，有目录；疑误的按语为脚注，缺文在原处标出；没有图像、声音或动画。',
    hant: '全部內容為文字，按標題分節，有目錄；疑誤的按語為註腳，缺文在原處標出；沒有圖像、聲音或動畫。',
  },
  teiPrinciples: {
    hans: '正文是来源的文字，一字不改。略去的折行、对齐用的空格与版面文字，另有清单逐字列明。milestone 标出来源文件的行号；gap 标缺文；sic 与 corr 标疑误；app 标另一文本的异文；跨段的异文列在文末，from、to 指起讫的段，loc 写明字位。',
    hant: '正文是來源的文字，一字不改。略去的折行、對齊用的空格與版面文字，另有清單逐字列明。milestone 標出來源檔案的行號；gap 標缺文；sic 與 corr 標疑誤；app 標另一文本的異文；跨段的異文列在文末，from、to 指起訖的段，loc 寫明字位。',
  },
} as const;
