/** Characters of most Chinese texts, in both scripts: where a decoding yields many of them, it is likely the right one. */
const frequent = new Set(
  '的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就年月日会會报報',
);

/**
 * Which encoding bytes look like that are not UTF-8, as a person calls it; undefined where none fits. It is only told:
 * bytes are kept as received, and nothing converts them.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 (little-endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 (big-endian)';
  const candidates = [
    ['UTF-16 (little-endian)', 'utf-16le'],
    ['UTF-16 (big-endian)', 'utf-16be'],
    ['GB18030 (or GBK)', 'gb18030'],
    ['Big5', 'big5'],
  ] as const;
  const scored = candidates
    .map(([name, label]) => ({ name, score: scoreAs(label, bytes) }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && best.score > 0 ? best.name : undefined;
}

/** The share of frequent characters among those that are not ASCII; 0 where the bytes cannot be read so. */
function scoreAs(label: string, bytes: Uint8Array): number {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    const others = Array.from(text).filter((character) => character > '\x7f');
    return others.filter((character) => frequent.has(character)).length / Math.max(1, others.length);
  } catch {
    return 0;
  }
}
