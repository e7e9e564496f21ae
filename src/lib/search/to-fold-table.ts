import hongKongVariants from 'opencc-js/dict/HKVariants';
import simplifiedForms from 'opencc-js/dict/STCharacters';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import { parseDictionary } from '../script/parse-dictionary.ts';
import { unifyForms } from './fold.ts';

/** Marks that stand for each other; the first stands for the class. Opening and closing ones stay apart. */
const marks = [
  '“「〝',
  '”」〞〟',
  '‘『',
  '’』',
  '-—–―‐‑‒−─━',
  '·・‧•∙⋅',
  '…⋯',
  '~〜',
  // A zero as dates and years are printed with it: 二○二四.
  '〇○◯',
];

/**
 * Variants of characters that OpenCC's tables leave apart, and radicals that stand for characters in text copied from
 * a PDF, for which Unicode's NFKC has nothing (its property Equivalent_Unified_Ideograph has). Each read by itself.
 */
const variants = [
  ...[
    '污汚',
    '炮砲',
    '效効傚',
    '韭韮',
    '堤隄',
    '浚濬',
    '熔鎔',
    '妆粧',
    '果菓',
    '苏甦囌',
    '并竝',
    '只衹祇',
    '雠讎讐',
  ],
  ...[
    '长⻓',
    '门⻔',
    '见⻅',
    '车⻋',
    '西⻄',
    '风⻛',
    '马⻢',
    '龙⻰',
    '民⺠',
    '黄⻩',
    '齐⻬',
    '青⻘',
    '食⻝',
    '贝⻉',
    '页⻚',
  ],
  ...[
    '韦⻙',
    '飞⻜',
    '鬼⻤',
    '鱼⻥',
    '鸟⻦',
    '麦⻨',
    '齿⻮',
    '龟⻳',
    '母⺟',
    '虎⻁',
    '角⻆',
    '骨⻣',
    '户⼾',
    '西⻃',
    '足⻊',
  ],
];

/** After the last character of CJK scripts. */
const lastCodePoint = 0x323af;

/**
 * The table for `createFold`: classes of simplified, traditional and variant characters of the Taiwan and Hong Kong
 * standards (OpenCC's tables of characters, never its phrases: those depend on the words around), upper and lower
 * case, quotation marks, dashes, middle dots. Forms of one character are unified before it is used: see `unifyForms`.
 * @param texts what is searched: a character without a class-mate in it needs no line. Left out, the whole table.
 */
export function toFoldTable(texts?: Iterable<string>): string {
  const classes = joinClasses();
  const wanted =
    texts &&
    new Set(listCharacters(texts).flatMap((character) => Array.from(unifyForms(character), classes.first)));
  const lines = [...classes.all()].filter(([first]) => !wanted || wanted.has(first));
  return lines
    .map(([first, others]) => first + [...others].sort().join(''))
    .sort()
    .join('\n');
}

/** The characters of texts, each once. */
function listCharacters(texts: Iterable<string>): string[] {
  const found = new Set<string>();
  // This goes through all of a collection: of characters of one unit a list by their numbers is the quickest.
  const units = new Uint8Array(0x10000);
  for (const text of texts)
    if (/[\uD800-\uDFFF]/.test(text)) for (const character of text) found.add(character);
    else for (let at = 0; at < text.length; at += 1) units[text.charCodeAt(at)] = 1;
  for (const [unit, isThere] of units.entries()) if (isThere) found.add(String.fromCharCode(unit));
  return [...found];
}

function joinClasses() {
  const parents = new Map<string, string>();
  const root = (character: string): string => {
    const parent = parents.get(character);
    return parent === undefined ? character : root(parent);
  };
  const simplified = new Set(parseDictionary(simplifiedForms).map(([from]) => from));
  /** Put two characters in one class: the second stands for it, or the first if it alone is a simplified one. */
  const join = (one: string, other: string) => {
    const [from, to] = [root(one), root(other)];
    if (from === to) return;
    if (simplified.has(from) && !simplified.has(to)) parents.set(to, from);
    else parents.set(from, to);
  };

  for (const [variant, [standard = variant]] of parseDictionary(traditional)) join(variant, standard);
  for (const [standard, variants] of [
    ...parseDictionary(taiwanVariants),
    ...parseDictionary(hongKongVariants),
  ])
    for (const variant of variants) join(variant, standard);
  // A simplified character that has one traditional form only is that form's.
  for (const [simplifiedForm, [standard, second]] of parseDictionary(simplifiedForms))
    if (standard && !second) join(simplifiedForm, standard);
  for (const alike of [...marks, ...variants]) {
    const [first = '', ...others] = Array.from(alike);
    for (const other of others) join(other, first);
  }
  for (let codePoint = 0x21; codePoint <= lastCodePoint; codePoint += 1) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const character = String.fromCodePoint(codePoint);
    const lower = character.toLowerCase();
    if (lower !== character && Array.from(lower).length === 1) join(character, lower);
  }

  return {
    first: root,
    /** Every class of more than one, by the character that stands for it. */
    all: () => {
      const classes = new Map<string, Set<string>>();
      for (const character of parents.keys()) {
        const first = root(character);
        classes.set(first, (classes.get(first) ?? new Set()).add(character));
      }
      return classes;
    },
  };
}
