import { fromUnits } from '../text/codes.ts';

/** A text as it is searched: one character for each, so that places in it are places in the text. */
export type Fold = (text: string) => string;

/**
 * Blocks whose characters are another one in another form: radicals standing for characters, as text copied from a
 * PDF has them; compatibility ideographs; vertical, small, half- and full-width forms. Unicode says which (NFKC).
 * Never circled digits, units and the like: they are characters of their own.
 */
const forms =
  /[\u2E80-\u2FDF\uF900-\uFAFF\uFE10-\uFE1F\uFE30-\uFE4F\uFE50-\uFE6F\uFF00-\uFFEF\u{2F800}-\u{2FA1F}]/gu;

/**
 * The plain character for each that is one in another form, and a plain space for each white space. A form of
 * several characters stays: places must hold.
 */
export function unifyForms(text: string): string {
  return text.replace(/\s/gu, ' ').replace(forms, (form) => {
    const plain = form.normalize('NFKC');
    return Array.from(plain).length === 1 ? plain : form;
  });
}

/**
 * The one fold, for texts and for queries: characters that a reader may write one for the other become the same one.
 * `table` is `toFoldTable`'s: a line a class, the character that stands for it first.
 * A place is counted in code points: a character of two UTF-16 units may stand for one of one.
 * `createFold('关關\n系係')('關係') // => '关系'`
 */
export function createFold(table: string): Fold {
  const folded = new Map<string, string>();
  for (const line of table.split('\n')) {
    const [first = '', ...others] = Array.from(line);
    for (const other of others) folded.set(other, first);
  }
  const fold = (character: string): string => {
    const plain = unifyForms(character);
    return folded.get(plain) ?? plain;
  };
  // Texts have the same few thousand characters again and again: what each of one unit becomes, where that is one unit.
  const known = new Uint16Array(0x10000);
  const foldUnit = (unit: number): number => {
    const other = isSurrogate(unit) ? '' : fold(String.fromCharCode(unit));
    known[unit] = other.length === 1 ? other.charCodeAt(0) : 0;
    return known[unit];
  };
  /** The same of any character: texts with one of two units have few, and are few. */
  const rare = new Map<string, string>();
  const foldCharacter = (character: string): string => {
    const other = rare.get(character) ?? fold(character);
    rare.set(character, other);
    return other;
  };
  return (text) => {
    const units = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const other = known[unit] || foldUnit(unit);
      if (other === 0) return Array.from(text, foldCharacter).join('');
      units[at] = other;
    }
    return fromUnits(units);
  };
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
