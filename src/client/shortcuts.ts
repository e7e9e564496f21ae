import { readSetting, storeSetting } from './settings.ts';

const setting = 'shortcuts';

/** Whether single keys do anything: a reader may turn them off (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  return isOn;
}
let isOn = readSetting(setting) !== 'off';

/** Turn single keys on or off, here and, where storage is allowed, for good. */
export function turnShortcuts(on: boolean): void {
  isOn = on;
  storeSetting(setting, on ? undefined : 'off');
}

/**
 * Let a single key do something: not while the reader types, not with a modifier, not while a dialog is open, and not
 * once something else has taken it.
 * @param stay for as long as which it does
 */
export function onShortcut(key: string, act: (target: Element) => void, stay?: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    const { target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
    if (!isOn || ctrlKey || metaKey || altKey || isComposing || defaultPrevented || event.repeat) return;
    if ((event.shiftKey && /[a-z]/i.test(key)) || event.key.toLowerCase() !== key) return;
    const element = target instanceof Element ? target : document.body;
    if (element.closest('input, select, textarea, [contenteditable], dialog')) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    act(element);
  };
  addEventListener('keydown', onKey, stay ? { signal: stay } : {});
}
