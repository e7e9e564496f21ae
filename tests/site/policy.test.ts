import { readFileSync } from 'node:fs';
import { CspEvaluator } from 'csp_evaluator';
import { Version } from 'csp_evaluator/dist/csp.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/lib/import/problem.ts';
import { lintPage } from '../../src/lib/site-lint/lint-page.ts';
import { pages } from './dist.ts';

const inCopy = Object.entries(unzipSync(readFileSync('dist/downloads/site.zip')))
  .filter(([path]) => path.endsWith('.html'))
  .map(([path, content]) => [path, strFromU8(content)] as const);
const single = readFileSync('dist/downloads/collection.html', 'utf8');

/** The policies of the site, of its copy and of the single file, each once. */
const policies = new Set(
  [...pages.map(({ html }) => html), ...inCopy.map(([, html]) => html), single].map(
    (html) => /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '',
  ),
);

/**
 * What the evaluator finds and we leave: that what the site itself serves may run. It serves no script of others, and
 * none that answers what it is asked; sources stand there as `.txt`.
 */
const left = ["script-src 'self'"];

test.each([...policies])('nothing is found in the policy %s', (policy) => {
  const findings = new CspEvaluator(new CspParser(policy).csp, Version.CSP3).evaluate();
  expect(
    findings
      .filter(({ directive, value }) => !left.includes(`${directive} ${value}`))
      .map(({ severity, directive, value, description }) => ({ severity, directive, value, description })),
  ).toEqual([]);
});

test('the evaluator does find what is unsafe', () => {
  const findings = new CspEvaluator(
    new CspParser("script-src 'unsafe-inline' *").csp,
    Version.CSP3,
  ).evaluate();
  expect(findings.map(({ directive, value }) => `${directive} ${value}`)).toEqual(
    expect.arrayContaining(["script-src 'unsafe-inline'", 'script-src *']),
  );
});

test('the copy that is taken away has nothing active in it either', () => {
  expect(inCopy.length).toBeGreaterThan(60);
  expect(
    inCopy
      .flatMap(([path, html]) => lintPage(html, { file: path, path, site: undefined }))
      .map(formatProblem),
  ).toEqual([]);
});
