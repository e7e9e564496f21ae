/** What the site says about reading offline, in each script. */
export const offlineTexts = {
  offlinePage: { hans: '离线阅读', hant: '離線閱讀' },
  offlineNone: { hans: '未保存', hant: '未儲存' },
  offlineOff: { hans: '已停用', hant: '已停用' },
  offlineSpared: {
    hans: '浏览器正在节省流量，没有自动保存',
    hant: '瀏覽器正在節省流量，沒有自動儲存',
  },
  offlineSaving: { hans: '正在保存 {percent}%', hant: '正在儲存 {percent}%' },
  offlineSaved: { hans: '已保存（{size} MB，{edition} 版）', hant: '已儲存（{size} MB，{edition} 版）' },
  offlineSavedPart: {
    hans: '已保存所选的文献（{size} MB，{edition} 版）',
    hant: '已儲存所選的文獻（{size} MB，{edition} 版）',
  },
  offlineSavedCore: {
    hans: '只保存了目录，还没有选文献（{size} MB，{edition} 版）',
    hant: '只儲存了目錄，還沒有選文獻（{size} MB，{edition} 版）',
  },
  offlineFailed: { hans: '没有存全：{why}', hant: '沒有存全：{why}' },
  offlineUnsupported: {
    hans: '这里不能离线保存：浏览器不支持，或网址不是 https',
    hant: '這裡不能離線儲存：瀏覽器不支援，或網址不是 https',
  },
  whyUnreachable: { hans: '服务器没有回应', hant: '伺服器沒有回應' },
  whyStatus: { hans: '服务器对 {path} 返回 {status}', hant: '伺服器對 {path} 傳回 {status}' },
  whyContent: {
    hans: '收到的 {path} 不是清单所列的文件（可能是网站刚刚更新，是网络的登录页，或传输中断）',
    hant: '收到的 {path} 不是清單所列的檔案（可能是網站剛剛更新，是網路的登入頁，或傳輸中斷）',
  },
  whyWorker: { hans: '没有取到 sw.js', hant: '沒有取到 sw.js' },
  whyRoom: { hans: '设备没有空间了', hant: '裝置沒有空間了' },
  whyRefused: { hans: '浏览器不允许在此保存', hant: '瀏覽器不允許在此儲存' },
  updateReady: {
    hans: '新版已经存好。换用之前，看到的仍是旧版。',
    hant: '新版已經存好。換用之前，看到的仍是舊版。',
  },
  updateTake: { hans: '换用新版', hant: '換用新版' },
  updateFailed: {
    hans: '有新版，但没有取全：{why}。旧版是完整的，可以照常使用。',
    hant: '有新版，但沒有取全：{why}。舊版是完整的，可以照常使用。',
  },
  updateTaken: {
    hans: '另一个标签页已换用新版，本页仍是旧版。',
    hant: '另一個分頁已換用新版，本頁仍是舊版。',
  },
  updateReload: { hans: '重新载入', hant: '重新載入' },
  offlineMissing: {
    hans: '现在连不上服务器，这一页又没有存在这台设备上，或者没有这个网址。',
    hant: '現在連不上伺服器，這一頁又沒有存在這台裝置上，或者沒有這個網址。',
  },
  offlineWhat: {
    hans: '打开本站之后，浏览器会在后台把全部文献存在这台设备上：简繁两种文字、校勘与对照、检索、核对引文。存好以后，没有网络也都能用。收到的原始文件和供下载的文件不在其内。文集较大时，文献由读者挑选。',
    hant: '開啟本站之後，瀏覽器會在背景把全部文獻存在這台裝置上：簡繁兩種文字、校勘與對照、檢索、核對引文。存好以後，沒有網路也都能用。收到的原始檔案和供下載的檔案不在其內。文集較大時，文獻由讀者挑選。',
  },
  offlineState: { hans: '这台设备上：', hant: '這台裝置上：' },
  offlineChoose: { hans: '本集较大，请选要保存的文献。', hant: '本集較大，請選要儲存的文獻。' },
  offlineChosen: { hans: '所选：', hant: '所選：' },
  offlineClosed: { hans: '本站现在不提供离线保存。', hant: '本站現在不提供離線儲存。' },
  offlineSearch: { hans: '检索全部文献', hant: '檢索全部文獻' },
  offlineSave: { hans: '保存到这台设备', hant: '儲存到這台裝置' },
  offlineRemove: { hans: '从这台设备移除', hant: '從這台裝置移除' },
  offlineRemoveNote: {
    hans: '移除以后不再自动保存，直到再按“保存到这台设备”。在浏览器的设置里清除本站的数据，也会全部移除。',
    hant: '移除以後不再自動儲存，直到再按「儲存到這台裝置」。在瀏覽器的設定裡清除本站的資料，也會全部移除。',
  },
  offlineNeedsScript: {
    hans: '在这里离线保存需要 JavaScript。',
    hant: '在這裡離線儲存需要 JavaScript。',
  },
  offlineTake: {
    hans: '整站、单个文件和各种格式，不用网络也能打开，可以长久留在自己手里：',
    hant: '整站、單一檔案和各種格式，不用網路也能開啟，可以長久留在自己手裡：',
  },
} as const;

/** What the line at the foot of every page and the notice of an update say. */
export const offlineKeys = [
  'offlineNone',
  'offlineOff',
  'offlineSaving',
  'offlineSaved',
  'offlineSavedPart',
  'offlineSavedCore',
  'offlineSpared',
  'offlineFailed',
  'offlineUnsupported',
  'whyUnreachable',
  'whyStatus',
  'whyContent',
  'whyRoom',
  'whyWorker',
  'whyRefused',
  'updateReady',
  'updateTake',
  'updateFailed',
  'updateTaken',
  'updateReload',
] as const;
export type OfflineWords = Readonly<Record<(typeof offlineKeys)[number], string>>;
