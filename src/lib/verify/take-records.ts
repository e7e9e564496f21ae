/** Formats that are files: how one begins, and the line that ends it. */
const records = [
  { begins: /^\s*@\w+\{/u, ends: /^\s*\}\s*$/u },
  { begins: /^TY {2}-/u, ends: /^ER {2}-/u },
  { begins: /^\s*\[\s*$/u, ends: /^\s*\]\s*$/u },
  { begins: /^\s*\{\s*$/u, ends: /^\s*\}\s*$/u },
] as const;

/** Take the records of reference managers out of the lines of a text: BibTeX, RIS, CSL-JSON. */
export function takeRecords(lines: readonly string[]): { records: string[]; rest: string[] } {
  const taken: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const kind = records.find(({ begins }) => begins.test(line));
    // In JSON, brackets within a record stand further in than its own.
    const indent = line.length - line.trimStart().length;
    const length = kind
      ? lines
          .slice(at)
          .findIndex(
            (other) =>
              kind.ends.test(other) &&
              (other.length - other.trimStart().length <= indent || kind.ends.source.startsWith('^ER')),
          )
      : -1;
    if (length <= 0) rest.push(line);
    else {
      taken.push(lines.slice(at, at + length + 1).join('\n'));
      at += length;
    }
  }
  return { records: taken, rest };
}
