import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasJava, withoutJava } from './find-java.ts';
import type { Built, Finding, Validation } from './validator.ts';

/** What the Nu HTML checker says of a place. */
interface Message {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly subType?: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly firstColumn?: number;
  readonly lastColumn?: number;
  readonly message: string;
}

/** Messages in which the checker is behind the standards, or guesses, each with the reason. */
const known: readonly (readonly [message: string | RegExp, reason: string])[] = [
  [
    'CSS: Unrecognized at-rule “@view-transition”',
    'CSS View Transitions Level 2; a browser without it skips the rule',
  ],
  [
    'CSS: Unrecognized at-rule “@layer”',
    'CSS Cascading and Inheritance Level 5; the checker’s CSS is Level 3',
  ],
  [
    /^This document appears to be written in /,
    'a guess by letters, which takes a list of SHA-256 for Welsh; that pages state their language is tested',
  ],
];

/** Hold every page to the Nu HTML checker, which needs Java; warnings count. */
export function validateHtml({ dist, files }: Built): Validation {
  if (!hasJava()) return { files: 0, findings: [], skipped: withoutJava };
  const pages = files.filter((file) => /\.(?:html|svg)$/.test(file));
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const options = ['-Xss4m', '-jar', jar, '--format', 'json', '--skip-non-html', '--also-check-svg', dist];
  const { stderr, error } = spawnSync('java', options, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { files: pages.length, findings: error ? [failed(String(error))] : read(stderr, dist) };
}

function read(output: string, dist: string): Finding[] {
  let messages: readonly Message[];
  try {
    messages = (JSON.parse(output) as { messages: Message[] }).messages;
  } catch {
    return [failed(output)];
  }
  return messages
    .filter(
      ({ message }) =>
        !known.some(([text]) => (typeof text === 'string' ? text === message : text.test(message))),
    )
    .map(({ type, subType, url, lastLine, firstColumn, lastColumn, message }) => ({
      file: url ? relative(dist, fileURLToPath(url)) : '.',
      line: lastLine,
      column: firstColumn ?? lastColumn,
      rule: `html/${subType ?? type}`,
      message,
    }));
}

const failed = (output: string): Finding => ({
  file: '.',
  rule: 'html/check',
  message: `Unexpected end of the checker: ${output.slice(0, 500)}`,
});
