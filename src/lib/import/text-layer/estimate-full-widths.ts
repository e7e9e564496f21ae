/** Lines before and after that are taken to stand in the same column. */
const reach = 12;
/** Fewer full lines than these say little of their column. */
const enough = 3;

export interface MeasuredLine {
  /** In full-width characters. */
  readonly width: number;
  /** Whether the next line goes on with its sentence. */
  readonly isWrapped: boolean;
}

export interface FullWidth {
  readonly width: number;
  /** Whether too few lines around are surely full to rely on it. */
  readonly isWeak: boolean;
}

/**
 * Estimate for each line how wide a full line of its column is, in full-width characters.
 *
 * A text layer does not say where a column ends, and columns of one page differ (16 to 22 were seen), so each line
 * is measured against its neighbours. A line between two others of its sentence is neither a first line, which is
 * indented, nor a last one: it is full. The estimate is the median of those, or where there are none, of all that
 * are wrapped.
 */
export function estimateFullWidths(lines: readonly MeasuredLine[]): FullWidth[] {
  return lines.map((line, index) => {
    const from = Math.max(0, index - reach);
    const near = lines.slice(from, index + reach + 1);
    const wrapped = near.filter(({ isWrapped }) => isWrapped);
    const full = near.filter(({ isWrapped }, at) => isWrapped && lines[from + at - 1]?.isWrapped);
    const width = median((full.length > 0 ? full : wrapped).map((other) => other.width)) ?? line.width;
    return { width, isWeak: full.length < enough };
  });
}

function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
