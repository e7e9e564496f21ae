/** A text on one line, as a list, a tab or a search has it: lines as printed are set apart by a space. */
export function toOneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
