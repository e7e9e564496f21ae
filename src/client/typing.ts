import { onShortcut } from './shortcuts.ts';

/** Call back when what is typed changes, but not while an input method composes: that is not yet what is asked. */
export function onTyped(input: HTMLInputElement | HTMLTextAreaElement, changed: () => void): void {
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) changed();
  });
  input.addEventListener('compositionend', changed);
}

/** Let the slash key lead to a box. Of several boxes it leads to the first. */
export function focusOnSlash(input: HTMLInputElement, stay?: AbortSignal): void {
  onShortcut(
    '/',
    () => {
      input.focus();
      input.select();
    },
    stay,
  );
}
