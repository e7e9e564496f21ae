import { h } from './dom.ts';

interface DialogOptions {
  readonly class: string;
  readonly title: string | Node;
  /** What the button that closes it is called. */
  readonly close: string;
}

/**
 * Show a dialog over the page, and take it away when it is closed: by its button, Escape, or a press beside it. The focus
 * and what was selected are as before then.
 */
export function showDialog(options: DialogOptions, ...content: readonly Node[]): HTMLDialogElement {
  const { title, close } = options;
  const button = h('button', { type: 'button', class: 'close', 'aria-label': close, title: close }, '×');
  const heading = h('h2', { id: 'dialog-title' }, title);
  const dialog = h(
    'dialog',
    { class: options.class, 'aria-labelledby': 'dialog-title' },
    h('header', {}, heading, button),
    ...content,
  );
  const before = document.activeElement;
  const selection = getSelection();
  const selected = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  // A press beside it closes it; one that began in it, to select something, does not.
  let isBeside = false;
  dialog.addEventListener('pointerdown', ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isWithin = left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
    isBeside = target === dialog && !isWithin;
  });
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => isBeside && target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    if (!selected || !selection) return;
    selection.removeAllRanges();
    selection.addRange(selected);
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
