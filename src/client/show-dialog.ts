import { h } from './dom.ts';

interface DialogOptions {
  readonly class: string;
  readonly title: string | Node;
  /** What the button that closes it is called. */
  readonly close: string;
}

/**
 * Show a dialog over the page, and take it away when it is closed: by its button, Escape, or a press beside it. The focus
 * goes back to where it was.
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
  button.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
