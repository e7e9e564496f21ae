import { type CiteKey, citeTexts } from './cite-text.ts';
import { partNames } from './part-names.ts';

// Which words pages give to the browser: see `search-keys.ts`.

/** What citing in a document says. */
export const toolKeys = [
  'cite',
  'citeAllFormats',
  'citeFormat',
  'citeFrom',
  'citeTo',
  'citeFiles',
  'citeNoAddress',
  'citeSelection',
  'citeWords',
  'copyLink',
  'copyTextAndLink',
  'copyCitation',
  'copyQuoted',
  'copiedLink',
  'copiedText',
  'copiedWords',
  'copyByHand',
  'citeTitleNote',
  'copied',
  'close',
  'markGone',
  'markRetired',
  'markChanged',
  'markUnread',
  ...Object.values(partNames),
] as const;

/** What the list of shortcuts says. */
export const shortcutKeys = [
  'shortcuts',
  'shortcutsOn',
  'shortcutsNote',
  'shortcutNext',
  'shortcutPrevious',
  'shortcutCopy',
  'shortcutCite',
  'shortcutNote',
  'shortcutScript',
  'shortcutSearch',
  'shortcutPublished',
  'shortcutList',
  'close',
] as const;

/** What a document’s page of citations says in the browser. */
export const formatKeys = ['copyCitation', 'copied', 'copyFailed'] as const;

/** What the page for verifying says. */
export const verifyKeys = [
  ...(Object.keys(citeTexts) as CiteKey[]).filter((key) => /^(?:verify|cited)/.test(key)),
  ...Object.values(partNames),
] as const;
