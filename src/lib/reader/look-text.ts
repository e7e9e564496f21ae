/** What the settings of the look say, by the names of `looks`. */
export const lookTexts = {
  look: { hans: '版式', hant: '版式' },
  lookTitle: { hans: '阅读版式', hant: '閱讀版式' },
  lookReset: { hans: '恢复默认', hant: '恢復預設' },
  lookNote: { hans: '只存在本机的浏览器里。', hant: '只存在本機的瀏覽器裡。' },
  theme: { hans: '底色', hant: '底色' },
  'theme-system': { hans: '随系统', hant: '隨系統' },
  'theme-light': { hans: '浅色', hant: '淺色' },
  'theme-sepia': { hans: '米黄', hant: '米黃' },
  'theme-dark': { hans: '深色', hant: '深色' },
  face: { hans: '字体', hant: '字體' },
  'face-serif': { hans: '宋体', hant: '明體' },
  'face-sans': { hans: '黑体', hant: '黑體' },
  size: { hans: '字号', hant: '字級' },
  'size-small': { hans: '小', hant: '小' },
  'size-medium': { hans: '中', hant: '中' },
  'size-large': { hans: '大', hant: '大' },
  'size-larger': { hans: '特大', hant: '特大' },
  'size-largest': { hans: '最大', hant: '最大' },
  measure: { hans: '行宽', hant: '行寬' },
  'measure-narrow': { hans: '32 字', hant: '32 字' },
  'measure-medium': { hans: '35 字', hant: '35 字' },
  'measure-wide': { hans: '38 字', hant: '38 字' },
  flow: { hans: '正文排向', hant: '正文排向' },
  'flow-horizontal': { hans: '横排', hant: '橫排' },
  'flow-vertical': { hans: '竖排', hant: '直排' },
  numbers: { hans: '段号', hant: '段號' },
  'numbers-always': { hans: '常显', hant: '常顯' },
  'numbers-hover': { hans: '指到时显示', hant: '指到時顯示' },
  notes: { hans: '疑误的按语', hant: '疑誤的按語' },
  differences: { hans: '异文', hant: '異文' },
  parallels: { hans: '对应与转述', hant: '對應與轉述' },
  marks: { hans: '文旁标记', hant: '文旁標記' },
} as const;

export type LookKey = keyof typeof lookTexts;
/** All of them, for the browser: see `search-keys.ts`. */
export const lookKeys = Object.keys(lookTexts) as readonly LookKey[];
