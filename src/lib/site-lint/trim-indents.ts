/** What shows its white space as it is: preformatted text, and sources as they were received. */
const kept = /<(pre|textarea|script|style)\b[\s\S]*?<\/\1>|<ol class="received\b[\s\S]*?<\/ol>/;
/** White space that shows as one space, a line end being part of it. */
const indent = /[ \t\n]*\n[ \t\n]*/;
/** What never stands in a line of text: white space beside it shows as nothing. */
const block =
  /<\/?(?:head|meta|link|title|main|article|section|header|footer|div|p|h[1-6]|dl|dt|dd|table|thead|tbody|tfoot|tr|th|td)(?:\s[^<>]*)?>/;
const either = new RegExp(
  `${kept.source}|(?<shut>${indent.source}(?=${block.source})|(?<=${block.source})${indent.source})|${indent.source}`,
  'g',
);

/** A page without the indents and empty lines of the templates that it was made by. */
export function trimIndents(html: string): string {
  return html.replace(either, (found, ...rest) => {
    if (found.startsWith('<')) return found;
    return (rest.at(-1) as { shut?: string }).shut === undefined ? '\n' : '';
  });
}
