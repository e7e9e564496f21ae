import type { Unit } from './read-passage.ts';
import { lettersOf } from './row.ts';

/** A way to read a unit: parts that stand one after the other, with something left out between them. */
export interface Reading {
  readonly parts: readonly string[];
  /** Whether an ellipsis joins the parts: then they stand in one clause. */
  readonly isElided: boolean;
}

/** Letters that a part between ellipses has at least: single characters stand in any order anywhere. */
const leastOfPart = 2;
/** Quotation marks around a text that are taken for those of whoever quotes. */
const mostQuotes = 4;

/**
 * Ways to read a unit: as pasted, since a text may have an ellipsis and quotation marks of its own; without quotation
 * marks around it; as parts that an ellipsis joins.
 */
export function listReadings({ text, parts }: Unit): Reading[] {
  const whole = [text, ...listUnquoted(text)].map((reading) => ({ parts: [reading], isElided: false }));
  if (parts.length === 1 && parts[0] === text) return whole;
  if (parts.some((part) => Array.from(lettersOf(part)).length < leastOfPart)) return whole;
  const isElided = parts.length > 1;
  const unquoted = parts.map((part) => listUnquoted(part).at(-1) ?? part);
  return [...whole, { parts, isElided }, { parts: unquoted, isElided }];
}

const quotes = { opening: '“「『‘《〈"', closing: '”」』’》〉"' };

/** A text without the quotation marks at its ends, one after the other. */
function listUnquoted(text: string): string[] {
  const readings: string[] = [];
  let rest = text.trim();
  for (let taken = 0; taken < mostQuotes && rest.length > 2; taken += 1) {
    const isOpen = quotes.opening.includes(rest.charAt(0));
    const isClosed = quotes.closing.includes(rest.charAt(rest.length - 1));
    if (!isOpen && !isClosed) break;
    if (isOpen) readings.push(rest.slice(1).trim());
    if (isClosed) readings.push(rest.slice(0, -1).trim());
    rest = rest.slice(isOpen ? 1 : 0, isClosed ? -1 : undefined).trim();
    if (isOpen && isClosed) readings.push(rest);
  }
  return readings;
}

/** Words that lead in, a colon, and what is quoted to the end: 声明说：“……。” */
const ledIn = /^[^“「『"]*[：:]\s*[“「『"](.+)[”」』"][。！？!?，,；;]*$/u;
const span = /“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"/gu;

/** What stands between quotation marks within a unit that has words of its own around them. */
export function listQuoted(text: string): string[] {
  const [, led = ''] = ledIn.exec(text) ?? [];
  if (lettersOf(led) !== '') return [led];
  return [...text.matchAll(span)]
    .map(([, ...inner]) => inner.find(Boolean) ?? '')
    .filter((inner) => lettersOf(inner) !== '');
}
