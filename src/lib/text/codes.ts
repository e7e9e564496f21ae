/** The characters of a text by their numbers (code points): what goes through every character of a collection reads these. */
export type Codes = Int32Array;

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
  let text = '';
  // Of no more at once than a call surely takes.
  for (let at = 0; at < codes.length; at += mostAtOnce) {
    const some = codes.subarray(at, at + mostAtOnce);
    // Nearly all are of one unit, which a third of the time is enough for.
    const read = some.every((code) => code <= lastOfOneUnit) ? String.fromCharCode : String.fromCodePoint;
    text += read.apply(null, some as unknown as number[]);
  }
  return text;
}
const lastOfOneUnit = 0xffff;
const mostAtOnce = 4096;
