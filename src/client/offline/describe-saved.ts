import type { Reason } from '../../lib/offline/messages.ts';
import type { OfflineWords } from '../../lib/reader/offline-text.ts';
import { fillWords } from '../../lib/reader/search-text.ts';
import type { SavedSite } from './saved-site.ts';

/** How it stands, in words. */
export function describeSaved({ state, choice }: SavedSite, words: OfflineWords): string {
  switch (state.kind) {
    case 'saving':
      return fillWords(words.offlineSaving, { percent: Math.floor(state.share * 100) });
    case 'saved': {
      const { isWhole, served, edition } = state;
      const size = (served / 1e6).toFixed(1);
      const part = choice?.chosen.length === 0 ? words.offlineSavedCore : words.offlineSavedPart;
      return fillWords(isWhole ? words.offlineSaved : part, { size, edition });
    }
    case 'failed':
      return fillWords(words.offlineFailed, { why: describeReason(state.reason, words) });
    case 'unsupported':
      return words.offlineUnsupported;
    case 'spared':
      return words.offlineSpared;
    case 'off':
      return words.offlineOff;
    default:
      return words.offlineNone;
  }
}

/** Why something was not saved, in words. */
export function describeReason(reason: Reason, words: OfflineWords): string {
  const texts = {
    unreachable: words.whyUnreachable,
    status: words.whyStatus,
    content: words.whyContent,
    room: words.whyRoom,
    worker: words.whyWorker,
    refused: words.whyRefused,
  };
  return fillWords(texts[reason.why], { ...reason });
}
