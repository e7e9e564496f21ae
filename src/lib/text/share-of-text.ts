/**
 * How much of the shorter of two texts stands in the other, from 0 to 1, by pairs of characters.
 * `shareOfText('深化合作。', '双方深化合作。') // => 1`
 */
export function shareOfText(a: string, b: string): number {
  const [first, second] = [toPairs(a), toPairs(b)];
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  const shorter = Math.min(countAll(first), countAll(second));
  return shorter === 0 ? Number(a === b) : shared / shorter;
}

function toPairs(text: string): Map<string, number> {
  const characters = Array.from(text);
  const pairs = new Map<string, number>();
  for (let index = 1; index < characters.length; index += 1) {
    const pair = `${characters[index - 1]}${characters[index]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function countAll(pairs: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const number of pairs.values()) count += number;
  return count;
}
