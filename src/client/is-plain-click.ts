/** Whether a link that is clicked is to be followed here: not into another tab or window, nor to be saved. */
export function isPlainClick({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey && !altKey;
}
