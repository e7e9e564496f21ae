/** What moving about says. */
export const readingTexts = {
  overviewPicture: {
    hans: '文献按日期排列，日期不全的在后，以虚线相连；横条的长短是字数，右边的弧线是彼此的关联。表中写着同样的内容。',
    hant: '文獻按日期排列，日期不全的在後，以虛線相連；橫條的長短是字數，右邊的弧線是彼此的關聯。表中寫著同樣的內容。',
  },
  noDateShort: { hans: '未载日期', hant: '未載日期' },
  menu: { hans: '菜单', hant: '選單' },
  breadcrumbs: { hans: '所在位置', hant: '所在位置' },
  readingTools: { hans: '阅读工具', hant: '閱讀工具' },
  copyLinkShort: { hans: '链接', hant: '連結' },
  noteShort: { hans: '批注', hant: '批註' },
  findShort: { hans: '查找', hant: '尋找' },
  wayBack: { hans: '返回', hant: '返回' },
  backTo: { hans: '回到 {place}', hant: '回到 {place}' },
  continueAt: { hans: '上次读到 {place}，接着读', hant: '上次讀到 {place}，接著讀' },
  continueIn: { hans: '接着读：{place}', hant: '接著讀：{place}' },
  verticalText: { hans: '正文（竖排，可左右滚动）', hant: '正文（直排，可左右捲動）' },
} as const;
