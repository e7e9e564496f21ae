import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/lib/import/problem.ts';
import { lintPage, lintXml } from '../../../src/lib/site-lint/lint-page.ts';
import { movePolicy } from '../../../src/lib/site-lint/move-policy.ts';
import { trimIndents } from '../../../src/lib/site-lint/trim-indents.ts';
import { expectFile } from '../expect-file.ts';
import { payloads } from '../xss/payloads.ts';

const fixtures = 'tests/fixtures/site-lint';
const site = 'https://texts.example';
const lint = (html: string) => lintPage(html, { file: 'page.html', path: 'hans/page.html', site });

test.each(readdirSync(fixtures))('finds what is active, and says where: %s', (name) => {
  const problems = lint(readFileSync(join(fixtures, name, 'page.html'), 'utf8'));
  expectFile(
    join(fixtures, name, 'problems.txt'),
    problems.map((each) => `${formatProblem(each)}\n`).join(''),
  );
});

const page = (body: string) =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'"><title>甲</title>${body}`;

test('a site that does not know its own address has no address of any host', () => {
  const html = page('<a href="https://texts.example/">甲</a><a href="/hans/">乙</a>');
  const problems = lintPage(html, { file: 'x', path: 'x', site: undefined });
  expect(problems.map(({ rule }) => rule)).toEqual(['site/host']);
});

/** Payloads that do nothing as markup: they are for addresses, formulas, templates, data, or are no valid tag. */
const isMarkup = (payload: string) => lint(page(payload)).length > 0;

test('what the payloads do as markup is found', () => {
  const quiet = payloads
    .filter((payload) => /<\/?[a-z]/i.test(payload) && !isMarkup(payload))
    .map((each) =>
      each.replace(/\p{Cf}|\p{Zl}/gu, (character) => `\\u${character.charCodeAt(0).toString(16)}`),
    );
  expectFile('tests/fixtures/quiet-payloads.txt', `${quiet.join('\n')}\n`);
});

describe('XML', () => {
  const lintX = (xml: string) => lintXml(xml, { file: 'x.xhtml', path: 'x.xhtml', site }).map(formatProblem);

  test('is read as what it is', () => {
    const good =
      '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p title=\'甲"\'>&lt;img onerror=x&gt;</p><a href="https://texts.example/">甲</a></body></html>\n';
    expect(lintX(good)).toEqual([]);
  });

  test.each([
    ['<p>\n <p onclick="x"/></p>', 'x.xhtml:2:5 site/handler Unexpected onclick,'],
    ['<title/><script>x</script>', 'x.xhtml:1:9 site/inline-script Unexpected <script> with "x"'],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>', 'x.xhtml:1:1 site/inline-script'],
    ['<a href="java&#115;cript:x"/>', 'x.xhtml:1:4 site/scheme Unexpected href="javascript:x"'],
    ['<svg><a xlink:href="//other.example"/></svg>', 'x.xhtml:1:9 site/host'],
    ['<svg><foreignObject/></svg>', 'x.xhtml:1:6 site/embedded'],
    ['<!DOCTYPE x [<!ENTITY x "y">]><p/>', 'x.xhtml:1:1 site/xml Unexpected "<!DOCTYPE'],
    ['<p><![CDATA[<b>]]></p>', 'x.xhtml:1:4 site/xml'],
    ['<p a="<">', 'x.xhtml:1:1 site/xml'],
    ['<?xml-stylesheet href="x"?><p/>', 'x.xhtml:1:1 site/xml'],
  ])('%s', (xml, problem) => {
    expect(lintX(xml)[0]).toContain(problem);
  });
});

test('a policy is put behind the character set, once, with all that it says', () => {
  const policy = `<meta http-equiv="content-security-policy" content="script-src 'self' '$&$1'">`;
  const html = `<head>\n<meta charset="utf-8">\n<title>甲</title>\n  ${policy}<link>`;
  const moved = `<head>\n<meta charset="utf-8">${policy}\n<title>甲</title>\n<link>`;
  expect(movePolicy(html)).toBe(moved);
  expect(movePolicy(moved)).toBe(moved);
  expect(movePolicy('<p>甲</p>')).toBe('<p>甲</p>');
});

test('of the hashes of a policy those stay that are of what stands in the page', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policyOf = (...sources: string[]) =>
    `<meta http-equiv="content-security-policy" content="style-src ${sources.join(' ')};">`;
  const page = (policy: string) =>
    `<meta charset="utf-8">${policy}<style>p{}</style><script src="/x.js"></script>`;
  const all = policyOf("'self'", hash('p{}'), hash('another.js'), hash(''));
  expect(movePolicy(page(all))).toBe(page(policyOf("'self'", hash('p{}'))));
});

test('of a page the indents of its templates are left out, and of preformatted text nothing', () => {
  const source = '<ol class="received by-line" lang="zh"><li>　甲\n  乙</li>\n  <li>丙</li></ol>';
  const pre = '<pre class="citation">@online{\n  title\n\n}</pre>';
  const page = `<p>\n    甲 <b>乙</b>\n\n  丙</p>  \n${source}\n  ${pre}\n <b>丁</b>\n  戊`;
  // Between words a line end is a space; beside a paragraph it is nothing.
  expect(trimIndents(page)).toBe(`<p>甲 <b>乙</b>\n丙</p>${source}\n${pre}\n<b>丁</b>\n戊`);
  expect(trimIndents('<dl>\n <div class="a">\n  <dt>甲</dt>\n</div>\n</dl>')).toBe(
    '<dl><div class="a"><dt>甲</dt></div></dl>',
  );
});

test('text is read as short as can be, and what stands in it is found all the same, at its place', () => {
  const text = '甲乙丙丁'.repeat(9);
  const head = '<!doctype html><head><meta charset="utf-8"></head>';
  const places = (html: string) => lint(html).map(({ rule, position }) => [rule, position?.column]);
  const found = (before: string, rule: string) => [rule, (head + before).length + 1];
  // Without the text in it this would begin a comment; it ends at the first `>`.
  for (const before of [
    `<p>${text}`,
    `<p>${text}<!-${text}->${text}`,
    `<p title="${text}">\u3000${text} ${text}`,
  ]) {
    expect(places(`${head}${before}<script>1</script>`)).toContainEqual(found(before, 'site/inline-script'));
    expect(places(`${head}${before}<a href="java&#x73;cript:${text}()">`).map(([rule]) => rule)).not.toEqual(
      [],
    );
  }
  expect(places(`${head}<!-- ${text} <script>1</script> -->`)).toEqual(places(head));
  // The white space of other scripts is part of a name: these end tags end nothing, and what is in the picture is read.
  const script = '<a href="javascript:alert(1)">';
  expect(places(`${head}<x\u3000中国><svg></x\u3000俄国><title>${script}`)).not.toEqual(places(head));
  expect(places(`${head}<x\u00A012><svg></x\u00A034><title>${script}`)).not.toEqual(places(head));
});
