export interface Copy {
  readonly plain: string;
  readonly html: string;
}

/** What of a document is copied: its text, headings, and the editor's notes; no numbers, no links beside. */
const units = '.document .t, .document .text h2, .document aside p';

/**
 * What a selection copies, block by block and right to the character; undefined where it touches no text.
 * @param publishedOf the published text of a block (class `t`), as long as what it shows; undefined to copy what is shown
 * @param lang the language of the published text
 */
export function copyOf(
  range: Range,
  publishedOf: ((text: HTMLElement) => string) | undefined,
  lang: string,
): Copy | undefined {
  const parts: { text: string; lang: string }[] = [];
  let touchesText = false;
  for (const unit of document.querySelectorAll<HTMLElement>(units)) {
    if (!range.intersectsNode(unit)) continue;
    const { from, to } = selectedPart(unit, range);
    const isText = unit.classList.contains('t');
    const whole = isText && publishedOf ? publishedOf(unit) : (unit.textContent ?? '');
    const text = Array.from(whole).slice(from, to).join('');
    if (text.trim() === '') continue;
    touchesText ||= isText;
    parts.push({ text, lang: isText && publishedOf ? lang : unit.lang });
  }
  if (!touchesText) return undefined;
  return {
    plain: parts.map(({ text }) => text).join('\n\n'),
    html: parts
      .map(({ text, lang: tag }) => `<p${tag ? ` lang="${tag}"` : ''}>${toHtml(text)}</p>`)
      .join('\n'),
  };
}

/** Write both forms to the clipboard. @throws where the browser refuses. */
export async function writeClipboard({ plain, html }: Copy): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([plain], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}

/** Which characters (code points) of an element a range selects. */
function selectedPart(element: HTMLElement, range: Range): { from: number; to: number } {
  const whole = new Range();
  whole.selectNodeContents(element);
  const before = new Range();
  before.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) > 0)
    before.setEnd(range.startContainer, range.startOffset);
  else before.collapse(true);
  const upTo = new Range();
  upTo.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) < 0)
    upTo.setEnd(range.endContainer, range.endOffset);
  return { from: Array.from(before.toString()).length, to: Array.from(upTo.toString()).length };
}

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
