import { expect, test } from 'vitest';
import { validateFeed } from '../../scripts/validators/feed.ts';
import { validateJsonLd } from '../../scripts/validators/json-ld.ts';
import { validateLinks } from '../../scripts/validators/links.ts';
import { validateSchemas } from '../../scripts/validators/schemas.ts';
import { validateTei } from '../../scripts/validators/tei.ts';
import { formatFinding } from '../../scripts/validators/validator.ts';
import { built } from './dist.ts';

/* The validators that are quick and need nothing; `npm run validate` has the others. */
test.each([
  ['every link leads somewhere, in the site, and ids stand once', validateLinks],
  ['the data is valid by its published schemas', validateSchemas],
  ['the feeds are Atom', validateFeed],
  ['what search engines are told is schema.org’s', validateJsonLd],
  ['TEI is valid by the schema kept here', validateTei],
])('%s', async (_, validate) => {
  const { files, findings } = await validate(built);
  expect(files).toBeGreaterThan(1);
  expect(findings.map(formatFinding)).toEqual([]);
});
