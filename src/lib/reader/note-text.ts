/** What the reader’s own notes say. */
export const noteTexts = {
  notesPage: { hans: '批注', hant: '批註' },
  notesIntro: {
    hans: '在文献里选中文字，按“批注”，就可以划线或写批注。批注只存在本机的浏览器里，不会发到任何地方；清除浏览器数据会把它们一并清除，请不时导出备份。',
    hant: '在文獻裡選取文字，按「批註」，就可以劃線或寫批註。批註只存在本機的瀏覽器裡，不會傳到任何地方；清除瀏覽器資料會把它們一併清除，請不時匯出備份。',
  },
  notesFormat: {
    hans: '导出的文件是 W3C Web Annotation 格式的 JSON：每条以段落编号、所引文字及前后文、在全文中的位置三种方式定位。导入时三者须一致，否则列为“未能定位”。',
    hant: '匯出的檔案是 W3C Web Annotation 格式的 JSON：每條以段落編號、所引文字及前後文、在全文中的位置三種方式定位。匯入時三者須一致，否則列為「未能定位」。',
  },
  notesNeedScript: { hans: '批注需要 JavaScript。', hant: '批註需要 JavaScript。' },
  notesNone: { hans: '还没有批注。', hant: '還沒有批註。' },
  notesCount: {
    hans: '共 {notes} 条，{unplaced} 条未能定位。',
    hant: '共 {notes} 條，{unplaced} 條未能定位。',
  },
  notesExport: { hans: '导出', hant: '匯出' },
  notesImport: { hans: '导入……', hant: '匯入……' },
  notesClear: { hans: '全部删除', hant: '全部刪除' },
  notesClearSure: {
    hans: '删除全部 {notes} 条批注？不能恢复。',
    hant: '刪除全部 {notes} 條批註？不能復原。',
  },
  notesImported: {
    hans: '导入了 {added} 条，其中 {unplaced} 条未能定位；{same} 条已有；{refused} 条读不懂。',
    hant: '匯入了 {added} 條，其中 {unplaced} 條未能定位；{same} 條已有；{refused} 條讀不懂。',
  },
  notesUnread: {
    hans: '这个文件不是 JSON，没有导入任何内容。',
    hant: '這個檔案不是 JSON，沒有匯入任何內容。',
  },
  notesNotKept: {
    hans: '浏览器没有存下：不允许存储，或空间已满。',
    hant: '瀏覽器沒有存下：不允許儲存，或空間已滿。',
  },
  noteUnplaced: { hans: '未能定位', hant: '未能定位' },
  noteWhyPosition: { hans: '文字在文中，但不在所记的位置。', hant: '文字在文中，但不在所記的位置。' },
  noteWhyQuote: { hans: '文中没有这样的文字，或前后文不符。', hant: '文中沒有這樣的文字，或前後文不符。' },
  noteWhyBlock: {
    hans: '段落编号与位置不符，或没有这个编号。',
    hant: '段落編號與位置不符，或沒有這個編號。',
  },
  noteWhySeveral: { hans: '文中不止一处有这样的文字。', hant: '文中不止一處有這樣的文字。' },
  noteWhyDocument: { hans: '没有这篇文献，或现在读不到它。', hant: '沒有這篇文獻，或現在讀不到它。' },
  notePlaceByWords: { hans: '按文字定位', hant: '按文字定位' },
  noteWords: { hans: '批注（可以不写，只划线）', hant: '批註（可以不寫，只劃線）' },
  noteSave: { hans: '保存', hant: '儲存' },
  noteEdit: { hans: '修改', hant: '修改' },
  noteDelete: { hans: '删除', hant: '刪除' },
  noteSaved: { hans: '已保存在本机', hant: '已儲存在本機' },
  noteDeleted: { hans: '已删除', hant: '已刪除' },
  noteOf: { hans: '{place}的批注（{notes}）', hant: '{place}的批註（{notes}）' },
  noteHighlight: { hans: '划线', hant: '劃線' },
  noteFailed: { hans: '批注打不开，请再试一次', hant: '批註打不開，請再試一次' },
  shortcutNote: { hans: '批注本段或选中的文字', hant: '批註本段或選取的文字' },
} as const;

export type NoteKey = keyof typeof noteTexts;
/** All of them, for the browser: see `search-keys.ts`. */
export const noteKeys = Object.keys(noteTexts) as readonly NoteKey[];
