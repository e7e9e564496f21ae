/** What stands beside the text of a document: in a large collection the page's script says it. */
export const besideTexts = {
  toSource: { hans: '在来源中的位置', hant: '在來源中的位置' },
  showPublished: { hans: '原文', hant: '原文' },
  sourceShort: { hans: '源', hant: '源' },
  citeShort: { hans: '引', hant: '引' },
  citeParagraph: { hans: '引用{place}，复制链接', hant: '引用{place}，複製連結' },
  relations: { hans: '关联', hant: '關聯' },
  numberedPlace: { hans: '第{number}段', hant: '第{number}段' },
} as const;
