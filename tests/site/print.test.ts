import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../src/content/content-files.ts';

const documents = readDocuments('content');

describe.each(['hans', 'hant'])('printed in %s', (script) => {
  test.each(documents)(
    '$slug has its title at the head, its edition and source at the foot of each page',
    ({ slug }) => {
      const html = readFileSync(`dist/${script}/${slug}/index.html`, 'utf8');
      expect(html).toContain(`<link rel="stylesheet" media="print" href="/${script}/${slug}.print.css">`);
      const style = readFileSync(`dist/${script}/${slug}.print.css`, 'utf8');
      expect(style).toMatch(/--running: "(?:读本|讀本) · .+";/);
      expect(style).toMatch(/--colophon: ".*版本：(?:读本|讀本) \d{4}-\d\d-\d\d.*";/);
      expect(style).toMatch(/[0-9a-f]{64}/);
    },
  );
});
