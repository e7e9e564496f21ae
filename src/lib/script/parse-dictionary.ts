/** The entries of a dictionary of opencc-js (`源 目标 目标|源 目标`): a text and what it may become, the usual first. */
export function parseDictionary(dictionary: string): [from: string, to: string[]][] {
  return dictionary.split('|').map((entry) => {
    const [from = '', ...to] = entry.split(' ');
    return [from, to];
  });
}

/** The entries of a dictionary; where it lists several targets, the first. */
export function parsePairs(dictionary: string): [from: string, to: string][] {
  return parseDictionary(dictionary).map(([from, [to = '']]) => [from, to]);
}
