import type { LookKey } from '../../lib/reader/look-text.ts';
import { type LookName, lookSetting, looks } from '../../lib/reader/looks.ts';
import type { SearchWords } from '../../lib/reader/search-keys.ts';
import { h } from '../dom.ts';
import { keepPlace } from '../reading/anchor.ts';
import { settingKey, storeSetting } from '../settings.ts';
import { showDialog } from '../show-dialog.ts';
import { applyLook } from './apply-look.ts';

export type LookWords = SearchWords<LookKey | 'close'>;

/** Settings that are on or off stand together. */
const marks = ['notes', 'differences', 'parallels'] as const;
const isMark = (name: LookName) => (marks as readonly LookName[]).includes(name);
/** The order in which values are offered, where it is not that of `looks`. */
const inOrder: Partial<Record<LookName, readonly string[]>> = {
  size: ['small', 'medium', 'large', 'larger', 'largest'],
  measure: ['narrow', 'medium', 'wide'],
};

/** Show the settings of the look; each choice is seen at once, and the reader stays at their place. */
export function openLookDialog(words: LookWords): void {
  const say = (key: string) => words[key as LookKey];
  const form = h('form');
  const fill = () => {
    const { dataset } = document.documentElement;
    for (const input of form.querySelectorAll('input')) {
      const current = dataset[input.name] ?? looks[input.name as LookName][0];
      input.checked = input.type === 'checkbox' ? current === 'on' : current === input.value;
    }
  };
  const rows = (Object.keys(looks) as LookName[]).filter((name) => !isMark(name));
  const toReset = h('button', { type: 'button' }, words.lookReset);
  toReset.addEventListener('click', () => {
    change('');
    fill();
  });
  form.append(
    ...rows.map((name) =>
      h(
        'fieldset',
        { class: 'segments' },
        h('legend', {}, say(name)),
        ...(inOrder[name] ?? looks[name]).map((value) =>
          h('label', {}, h('input', { type: 'radio', name, value }), h('span', {}, say(`${name}-${value}`))),
        ),
      ),
    ),
    h(
      'fieldset',
      {},
      h('legend', {}, words.marks),
      ...marks.map((name) => h('label', {}, h('input', { type: 'checkbox', name }), ` ${say(name)}`)),
    ),
    h('p', { class: 'do' }, toReset, h('small', {}, words.lookNote)),
  );
  form.addEventListener('change', () => {
    const chosen = new URLSearchParams();
    for (const { name, type, value, checked } of form.querySelectorAll('input'))
      if (type === 'checkbox' ? !checked : checked && value !== looks[name as LookName][0])
        chosen.set(name, type === 'checkbox' ? 'off' : value);
    change(String(chosen));
  });
  fill();
  showDialog({ class: 'look', title: words.lookTitle, close: words.close }, form);
}

/** Keep what was chosen and show it; where storage is refused, for this page. */
function change(chosen: string): void {
  const isKept = storeSetting(lookSetting, chosen);
  keepPlace(() => applyLook(looks, settingKey(lookSetting), isKept ? '' : chosen));
}
