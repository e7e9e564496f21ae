import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Built, Finding, Validation } from './validator.ts';

/** Data that its publisher describes only in its own specification. */
const undescribed =
  /^(?:data\/(?:schema|cite|dts)\/|data\/edition\.json$|downloads\/index\.json$|pagefind\/|search\/|offline\/)/;

/**
 * Hold every file of JSON to the schema that is published for it in `data/schema/`, which itself must be a valid one. A
 * file that has no schema has to be JSON; data that should have one and has none is a finding.
 */
export function validateSchemas({ dist, files }: Built): Validation {
  const findings: Finding[] = [];
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  const parse = (file: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(dist, file), 'utf8'));
    } catch (error) {
      findings.push({ file, rule: 'schemas/json', message: (error as Error).message });
      return undefined;
    }
  };

  const schemas = new Map<string, ValidateFunction>();
  for (const file of files) {
    const name = /^data\/schema\/(.*)\.schema\.json$/.exec(file)?.[1];
    const schema = name && parse(file);
    if (name && schema)
      try {
        schemas.set(name, ajv.compile(schema as object));
      } catch (error) {
        findings.push({ file, rule: 'schemas/schema', message: (error as Error).message });
      }
  }

  const isJson = /\.(?:json|webmanifest)$/;
  const unused = new Set(schemas.keys());
  for (const file of files.filter((path) => isJson.test(path) && !path.startsWith('data/schema/'))) {
    const data = parse(file);
    const name = schemaFor(file);
    if (data === undefined || name === undefined) continue;
    const validate = schemas.get(name);
    unused.delete(name);
    if (!validate)
      findings.push({
        file,
        rule: 'schemas/missing',
        message: `Unexpected data without data/schema/${name}.schema.json, expected a published schema.`,
      });
    else if (!validate(data))
      for (const { instancePath, message } of validate.errors ?? [])
        findings.push({ file, rule: 'schemas/data', message: `${instancePath || '/'} ${message}` });
  }
  for (const name of unused)
    findings.push({
      file: `data/schema/${name}.schema.json`,
      rule: 'schemas/unused',
      message: 'Unexpected schema, expected data that it is for.',
    });
  return { files: files.filter((file) => isJson.test(file)).length, findings };
}

/** The schema that a file of data is held to. */
function schemaFor(file: string): string | undefined {
  if (/^data\/sources\/[^/]+\.json$/.test(file)) return 'source-rows';
  const [, folder, name] = /^(data|downloads)\/([^/]+)\.json$/.exec(file) ?? [];
  if (!folder || !name || undescribed.test(file)) return undefined;
  if (['index', 'relations', 'editions', 'collection'].includes(name)) return name;
  return 'document';
}
