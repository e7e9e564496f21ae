import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { Finding } from './validator.ts';

/** Hold files of XML to a RELAX NG grammar. @param schema the path of the grammar @param rule of the findings */
export async function checkGrammar(
  schema: string,
  dist: string,
  files: readonly string[],
  rule: string,
): Promise<Finding[]> {
  if (files.length === 0) return [];
  const { errors } = await validateXML({
    xml: files.map((fileName) => ({ fileName, contents: readFileSync(join(dist, fileName), 'utf8') })),
    schema: [readFileSync(schema, 'utf8')],
    extension: 'relaxng',
    maxMemoryPages: 8192,
  });
  return errors.map(({ loc, message, rawMessage }) => ({
    file: loc?.fileName ?? schema,
    ...(loc && { line: loc.lineNumber }),
    rule,
    message: loc ? message : rawMessage,
  }));
}
