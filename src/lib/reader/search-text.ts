/** What search says, in both scripts, here and in the browser; `{name}` stands for what is put there. */
export const searchTexts = {
  searchLabel: { hans: '检索词', hant: '檢索詞' },
  searchPlaceholder: { hans: '检索全部文献', hant: '檢索全部文獻' },
  searchButton: { hans: '检索', hant: '檢索' },
  searchHint: {
    hans: '列出含有所输入文字的每一段，简体、繁体都可以输入。',
    hant: '列出含有所輸入文字的每一段，簡體、繁體都可以輸入。',
  },
  searchSyntax: { hans: '怎样输入', hant: '怎樣輸入' },
  searchSyntaxSpace: {
    hans: '空格隔开的几个词：都在同一段里。',
    hant: '空格隔開的幾個詞：都在同一段裡。',
  },
  searchSyntaxQuote: {
    hans: '英文双引号里的空格照原样检索。',
    hant: '英文雙引號裡的空格照原樣檢索。',
  },
  searchSyntaxMinus: {
    hans: '词前加英文减号：不含这个词的段。',
    hant: '詞前加英文減號：不含這個詞的段。',
  },
  searchSyntaxRest: {
    hans: '其他字符，包括标点，都照所输入的检索（只有标点的除外）；简繁、异体、全角半角、大小写和引号、横线的样式不分。',
    hant: '其他字元，包括標點，都照所輸入的檢索（只有標點的除外）；簡繁、異體、全形半形、大小寫和引號、橫線的樣式不分。',
  },
  searchSyntaxClause: {
    hans: '一段：有编号的一段；标题、电头、落款和图片说明也各算一段。',
    hant: '一段：有編號的一段；標題、電頭、落款和圖片說明也各算一段。',
  },
  searchNoScript: {
    hans: '检索要用到 JavaScript，现在没有启用，所以列不出结果。请打开文献，用浏览器的页内查找。',
    hant: '檢索要用到 JavaScript，現在沒有啟用，所以列不出結果。請開啟文獻，用瀏覽器的頁內尋找。',
  },
  searchLoading: { hans: '正在读取……', hant: '正在讀取……' },
  searchCount: { hans: '{clauses} 段，{hits} 处', hant: '{clauses} 段，{hits} 處' },
  searchCountSoFar: {
    hans: '至少 {clauses} 段，{hits} 处，还在检索……',
    hant: '至少 {clauses} 段，{hits} 處，還在檢索……',
  },
  searchWitnesses: {
    hans: '另有 {clauses} 段是同一文本的另一来源，除节次序号外文字相同，列在所据的段下面。',
    hant: '另有 {clauses} 段是同一文本的另一來源，除節次序號外文字相同，列在所據的段下面。',
  },
  searchWitnessesApart: {
    hans: '另有 {clauses} 段是同一文本的另一来源，除节次序号外文字相同，不计在内。',
    hant: '另有 {clauses} 段是同一文本的另一來源，除節次序號外文字相同，不計在內。',
  },
  searchWitness: { hans: '同文的另一来源：', hant: '同文的另一來源：' },
  searchNone: { hans: '没有一段含有{query}。', hant: '沒有一段含有{query}。' },
  searchInFilter: { hans: '在所选范围里，', hant: '在所選範圍裡，' },
  searchNoneTogether: { hans: '没有一段同时含有{query}。', hant: '沒有一段同時含有{query}。' },
  searchNoneWithout: {
    hans: '没有一段含有{query}而不含{excluded}。',
    hant: '沒有一段含有{query}而不含{excluded}。',
  },
  searchQuoted: { hans: '“{word}”', hant: '「{word}」' },
  searchEverywhere: { hans: '在全部文献中检索', hant: '在全部文獻中檢索' },
  searchEnter: { hans: '按回车键检索。', hant: '按 Enter 鍵檢索。' },
  searchEmpty: { hans: '请输入要找的字词。', hant: '請輸入要找的字詞。' },
  searchMarksOnly: {
    hans: '只有标点，无从检索；请连同旁边的字一起输入。',
    hant: '只有標點，無從檢索；請連同旁邊的字一起輸入。',
  },
  searchExcludedOnly: {
    hans: '减号只能排除；请再输入要找的字词。',
    hant: '減號只能排除；請再輸入要找的字詞。',
  },
  searchFailed: {
    hans: '检索没有成功：检索用的文件读不到。请稍后再试。',
    hant: '檢索沒有成功：檢索用的檔案讀不到。請稍後再試。',
  },
  searchNear: { hans: '最接近的段（只有一部分相同）', hant: '最接近的段（只有一部分相同）' },
  searchAlias: { hans: '也作：', hant: '也作：' },
  searchAliasCount: { hans: '{alias}（{clauses} 段）', hant: '{alias}（{clauses} 段）' },
  searchFilters: { hans: '范围与次序', hant: '範圍與次序' },
  searchDocument: { hans: '文献', hant: '文獻' },
  searchKind: { hans: '类别', hant: '類別' },
  searchYear: { hans: '年份', hant: '年份' },
  searchSection: { hans: '节', hant: '節' },
  searchAll: { hans: '全部', hant: '全部' },
  searchNoYear: { hans: '来源未写明', hant: '來源未寫明' },
  searchYearName: { hans: '{year}年', hant: '{year}年' },
  searchOrder: { hans: '次序', hant: '次序' },
  searchOrderDocument: { hans: '按文献', hant: '按文獻' },
  searchOrderRelevance: { hans: '按相关度', hant: '按相關度' },
  searchView: { hans: '显示', hant: '顯示' },
  searchViewList: { hans: '列表', hant: '列表' },
  searchViewConcordance: { hans: '上下文', hant: '上下文' },
  searchViewCounts: { hans: '统计', hant: '統計' },
  searchSortingDocument: { hans: '按出处', hant: '按出處' },
  searchSortingAfter: { hans: '按下文', hant: '按下文' },
  searchSortingBefore: { hans: '按上文', hant: '按上文' },
  searchBefore: { hans: '上文', hant: '上文' },
  searchKey: { hans: '检索词', hant: '檢索詞' },
  searchAfter: { hans: '下文', hant: '下文' },
  searchPlace: { hans: '出处', hant: '出處' },
  searchClauses: { hans: '段', hant: '段' },
  searchSame: { hans: '同文', hant: '同文' },
  searchHits: { hans: '处', hant: '處' },
  searchByDocument: { hans: '各篇文献', hant: '各篇文獻' },
  searchByYear: { hans: '各年', hant: '各年' },
  searchCsv: { hans: '下载表格（CSV）', hant: '下載表格（CSV）' },
  searchMore: { hans: '显示更多（还有 {rest}）', hant: '顯示更多（還有 {rest}）' },
  searchAllResults: { hans: '全部 {clauses} 段', hant: '全部 {clauses} 段' },
  searchNoneMore: { hans: '到检索页查看', hant: '到檢索頁檢視' },
  searchHere: { hans: '本文 {clauses} 段', hant: '本文 {clauses} 段' },
  searchCut: { hans: '（略）', hant: '（略）' },
  findHere: { hans: '在本文中查找', hant: '在本文中尋找' },
  findCount: { hans: '第 {current} 处，共 {hits} 处', hant: '第 {current} 處，共 {hits} 處' },
  findNone: { hans: '本文没有', hant: '本文沒有' },
  findPrevious: { hans: '上一处', hant: '上一處' },
  findNext: { hans: '下一处', hant: '下一處' },
  findClose: { hans: '关闭查找', hant: '關閉尋找' },
} as const;

export type SearchKey = keyof typeof searchTexts;

/** A text with its names filled in. `fillWords('{clauses} 段', { clauses: 3 }) // => '3 段'` */
export function fillWords(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
