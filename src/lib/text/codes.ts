/** The characters of a text by their numbers (code points): what goes through every character of a collection reads these. */
export type Codes = Int32Array;

/** How many numbers Unicode has for characters: a list of so many has a place for each. */
export const codePoints = 0x110000;

/** A text's characters, in its order; a lone half of a character of two is one by itself. */
export function toCodes(text: string): Codes {
  const codes = new Int32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    codes[length] = code;
    length += 1;
    if (code > lastOfOneUnit) at += 1;
  }
  return codes.subarray(0, length);
}

/** The text of some characters. */
export function fromCodes(codes: Codes): string {
  // Nearly all are of one unit, which is read much faster.
  if (codes.every((code) => code <= lastOfOneUnit)) return fromUnits(codes);
  return inParts(codes, (some) => String.fromCodePoint(...some));
}
const lastOfOneUnit = 0xffff;

/** The text of some UTF-16 units. */
export function fromUnits(units: Uint16Array | Int32Array): string {
  return inParts(units, (some) => String.fromCharCode.apply(null, some as unknown as number[]));
}

/** Some thousand at a time: more arguments than that a function cannot have. */
function inParts<Numbers extends Uint16Array | Int32Array>(
  numbers: Numbers,
  read: (some: Numbers) => string,
): string {
  let text = '';
  for (let from = 0; from < numbers.length; from += mostAtOnce)
    text += read(numbers.subarray(from, from + mostAtOnce) as Numbers);
  return text;
}
const mostAtOnce = 4096;
