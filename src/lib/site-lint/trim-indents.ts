/** What shows its white space as it is: preformatted text, and sources as they were received. */
const kept = /<(pre|textarea|script|style)\b[\s\S]*?<\/\1>|<ol class="received\b[\s\S]*?<\/ol>/;
/** White space that shows as one space, a line end being part of it. */
const indent = /[ \t\n]*\n[ \t\n]*/;
const either = new RegExp(`${kept.source}|${indent.source}`, 'g');

/** A page without the indents and empty lines of the templates that it was made by. */
export function trimIndents(html: string): string {
  return html.replace(either, (found) => (found.startsWith('<') ? found : '\n'));
}
