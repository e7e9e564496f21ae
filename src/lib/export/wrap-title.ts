/**
 * The pieces of a text between which a line may break: words, each with the marks that may not stand apart from it. No
 * line starts with a closing mark or a space, none ends with an opening mark, and a number stays with what it counts.
 */
export function toUnbreakable(text: string, language: string): string[] {
  const units: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const before = units.at(-1);
    if (
      before !== undefined &&
      (/^[^\P{P}\p{Ps}\p{Pi}]|^\s/u.test(segment) || /[\p{Ps}\p{Pi}\p{Nd}]$/u.test(before))
    )
      units[units.length - 1] = before + segment;
    else units.push(segment);
  }
  return units;
}

/**
 * The lines of a text in a measure: as few as there can be, and of these the fullest ones, which rather break at a
 * pause (a space, a mark) than within a phrase. Undefined if a piece is wider than the measure.
 */
export function wrapTitle(
  text: string,
  language: string,
  measure: number,
  widthOf: (text: string) => number,
): string[] | undefined {
  const units = toUnbreakable(text, language);
  // The best way to set the units from each place on, from the last one back; fewer lines are always better.
  const best: ({ lines: string[]; cost: number } | undefined)[] = Array(units.length);
  best.push({ lines: [], cost: 0 });
  for (let from = units.length - 1; from >= 0; from -= 1)
    for (let to = from + 1; to <= units.length; to += 1) {
      const line = units.slice(from, to).join('');
      const rest = best[to];
      const share = widthOf(line.trimEnd()) / measure;
      if (share > 1) break;
      if (!rest) continue;
      const phraseBroken = to < units.length && !/[\p{P}\s]$/u.test(line);
      // A last line may be shorter, down to half the measure.
      const slack = to < units.length ? 1 - share : Math.max(0, 0.5 - share);
      const cost = rest.cost + manyLines + slack ** 2 + (phraseBroken ? 0.5 : 0);
      if (cost < (best[from]?.cost ?? Number.POSITIVE_INFINITY))
        best[from] = { lines: [line.trimEnd(), ...rest.lines], cost };
    }
  return best[0]?.lines;
}
/** What a line costs: more than the unevenness and broken phrases of any title. */
const manyLines = 1000;
