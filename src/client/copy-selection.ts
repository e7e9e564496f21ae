export interface Copy {
  readonly plain: string;
  readonly html: string;
}

/** The blocks of a document's text: no numbers, no links beside. */
const text = '.document .t';
/** What is copied as shown: also the editor's notes, which are no published text. */
const textAndNotes = `${text}, .document aside p`;

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
  for (const unit of document.querySelectorAll<HTMLElement>(publishedOf ? text : textAndNotes)) {
    if (!range.intersectsNode(unit)) continue;
    const { from, to } = selectedPart(unit, range);
    const isText = unit.classList.contains('t');
    const whole = isText && publishedOf ? publishedOf(unit) : (unit.textContent ?? '');
    const part = Array.from(whole).slice(from, to).join('');
    if (part.trim() === '') continue;
    touchesText ||= isText;
    parts.push({ text: part, lang: isText && publishedOf ? lang : unit.lang });
  }
  if (!touchesText) return undefined;
  return {
    plain: parts.map((part) => part.text).join('\n\n'),
    html: parts
      .map((part) => `<p${part.lang ? ` lang="${part.lang}"` : ''}>${toHtml(part.text)}</p>`)
      .join('\n'),
  };
}

/** Which characters (code points) of an element a range selects. */
export function selectedPart(element: HTMLElement, range: Range): { from: number; to: number } {
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

function toHtml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
