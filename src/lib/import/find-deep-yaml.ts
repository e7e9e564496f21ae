import { type CST, Parser } from 'yaml';

/** Values inside values: twice as many as any file that content/README.md describes has. */
const deepest = 20;

/**
 * Where YAML has values further inside values than any of our files, or a list or a mapping for a key: an offset in UTF-16
 * units, or undefined. It is looked for before anything is made of the text, which takes a stack, and minutes, by the depth.
 */
export function findDeepYaml(text: string): number | undefined {
  let found: number | undefined;
  const waiting = [...new Parser().parse(text)].map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > deepest) {
      found = Math.min(token.offset, found ?? token.offset);
      continue;
    }
    for (const { key, value } of listParts(token)) {
      if (key && 'items' in key) found = Math.min(key.offset, found ?? key.offset);
      if (value) waiting.push({ token: value, depth: depth + 1 });
    }
  }
  return found;
}

function listParts(token: CST.Token): readonly { key?: CST.Token | null; value?: CST.Token }[] {
  if ('items' in token) return token.items;
  return token.type === 'document' && token.value ? [{ value: token.value }] : [];
}
