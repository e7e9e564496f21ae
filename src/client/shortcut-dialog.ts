import type { shortcutKeys } from '../lib/reader/cite-keys.ts';
import type { SearchWords } from '../lib/reader/search-keys.ts';
import { h } from './dom.ts';
import { areShortcutsOn, turnShortcuts } from './shortcuts.ts';
import { showDialog } from './show-dialog.ts';

/** Show the list of single keys that do something, where they are turned on and off. */
export function openShortcutDialog(words: SearchWords<(typeof shortcutKeys)[number]>): void {
  const has = (selector: string) => document.querySelector(selector) !== null;
  const ofDocuments = [
    ['j', words.shortcutNext],
    ['k', words.shortcutPrevious],
    ['y', words.shortcutCopy],
    ['c', words.shortcutCite],
    ['n', words.shortcutNote],
  ] as const;
  const rows: readonly (readonly [key: string, what: string])[] = [
    ...(has('cite-tools') ? ofDocuments : []),
    ...(has('converted-text') ? [['o', words.shortcutPublished] as const] : []),
    ['t', words.shortcutScript],
    ['/', words.shortcutSearch],
    ['?', words.shortcutList],
  ];
  const isOn = h('input', { type: 'checkbox' });
  isOn.checked = areShortcutsOn();
  isOn.addEventListener('change', () => turnShortcuts(isOn.checked));
  showDialog(
    { class: 'shortcuts', title: words.shortcuts, close: words.close },
    h(
      'dl',
      {},
      ...rows.map(([key, what]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, what))),
    ),
    h('p', {}, h('label', {}, isOn, ` ${words.shortcutsOn}`)),
    h('p', { class: 'hint' }, words.shortcutsNote),
  );
}
