/** Lines before and after that are taken to stand in the same column. */
const reach = 12;
/** First lines are indented and last lines short, so a full line is found above the middle of the widths. */
const quantile = 0.7;

/**
 * Estimate for each line how wide a full line of its column is, in full-width characters.
 * A text layer does not say where a column ends, and columns of one page differ (16 to 22 were seen),
 * so each line is measured against its neighbours.
 */
export function estimateFullWidths(widths: readonly number[]): number[] {
  return widths.map((_, index) => {
    const near = widths.slice(Math.max(0, index - reach), index + reach + 1).sort((a, b) => a - b);
    return near[Math.min(near.length - 1, Math.floor(near.length * quantile))] ?? 0;
  });
}
