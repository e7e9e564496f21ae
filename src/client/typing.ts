/** Call back when what is typed changes, but not while an input method composes: that is not yet what is asked. */
export function onTyped(input: HTMLInputElement, changed: () => void): void {
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) changed();
  });
  input.addEventListener('compositionend', changed);
}

/** Let the slash key lead to a box, unless it is typed into something. Of several boxes it leads to the first. */
export function focusOnSlash(input: HTMLInputElement): void {
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const isTyped = (event.target as Element).closest('input, select, textarea, [contenteditable]');
    if (isTyped) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
