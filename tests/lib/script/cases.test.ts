import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocuments, readScriptExceptions } from '../../../src/content/content-files.ts';
import { auditText } from '../../../src/lib/script/audit-text.ts';
import { createConverter } from '../../../src/lib/script/create-converter.ts';
import { readPhrases } from '../../../src/lib/script/read-phrases.ts';
import { otherScript, type Script, scriptOf } from '../../../src/lib/script/scripts.ts';
import { fromCodes, toCodes } from '../../../src/lib/text/codes.ts';
import { expectFile } from '../expect-file.ts';

const folder = 'tests/fixtures/script';
const exceptions = readScriptExceptions('content');
const convert = createConverter(exceptions);
const cases = readdirSync(join(folder, 'cases')).sort();

test('there are sixty cases and more', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

/** A case says what OpenCC's phrases make of a text, what we show, and what the audit questions. */
test.each(cases)('%s', (name) => {
  const to = name.slice(0, 4) as Script;
  const language = to === 'hant' ? 'zh-Hans-CN' : 'zh-Hant-TW';
  const text = readFileSync(join(folder, 'cases', name, 'published.txt'), 'utf8').trimEnd();
  const questions = auditText(text, language, exceptions).disagreements.map(
    ({ published, converted, others, decision }) =>
      `question: ${published} → ${converted}, ${others.map(({ reading, character }) => `${reading} ${character}`).join(', ')}${decision ? `: ${decision.text}` : ''}`,
  );
  expectFile(
    join(folder, 'cases', name, 'expected.txt'),
    [
      `opencc: ${fromCodes(readPhrases(toCodes(text), to))}`,
      `shown: ${convert(text, language, to)}`,
      ...questions,
      '',
    ].join('\n'),
  );
});

test.each(readDocuments('content'))(
  'the whole of $slug, converted, is what was read before',
  ({ slug, lang, blocks }) => {
    const to = otherScript(scriptOf(lang));
    const text = blocks.map(({ id, text: published }) => `${id}\t${convert(published, lang, to)}\n`).join('');
    expectFile(join(folder, 'golden', `${slug}.${to}.txt`), text);
  },
);
