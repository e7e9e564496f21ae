import { expect, test } from 'vitest';
import { describeSize, fillPdfs, fillSizes } from '../../../src/lib/export/fill-sizes.ts';
import { rewritePage } from '../../../src/lib/export/rewrite-page.ts';

const files = new Set(['index.html', 'hans/a/index.html', 'hans/index.html', 'a b.css', 'data/a.json']);
const rewrite = (body: string, path = 'hans/a/index.html', site?: string) =>
  rewritePage(`<html><head></head><body>${body}</body></html>`, path, {
    base: '/r/',
    isFile: (file) => files.has(file),
    toAddress: (address) => site && site + address,
    script: 'site.js',
  }).replace(/^.*<body>|<\/body>.*$/g, '');

test('links are relative, and name the file of a folder', () => {
  expect(rewrite('<a href="/r/hans/">x</a>')).toBe('<a href="../../hans/index.html">x</a>');
  expect(rewrite('<a href="/r/hans/a/?q=1&amp;r=2#s1">x</a>')).toBe(
    '<a href="../../hans/a/index.html?q=1&amp;r=2#s1">x</a>',
  );
  expect(rewrite('<a href="/r/">x</a>', 'index.html')).toBe('<a href="index.html">x</a>');
  expect(rewrite('<a href="#s1">x</a><a href="https://y.example/r/hans/">y</a>')).toBe(
    '<a href="#s1">x</a><a href="https://y.example/r/hans/">y</a>',
  );
  expect(rewrite('<a href="/r/hans/?q=&quot; onclick=&quot;x">x</a>')).toBe(
    '<a href="../../hans/index.html?q=&quot; onclick=&quot;x">x</a>',
  );
  expect(rewrite('<a href="/r/100%">x</a>')).toBe('<a >x</a>');
  expect(rewrite('<link href="/r/a%20b.css">')).toBe('<link href="../../a%20b.css">');
  expect(rewrite('<noscript><a href="/r/hans/">x</a></noscript>')).toContain('"../../hans/index.html"');
});

test('a link to what the copy has not leads to the site, or nowhere', () => {
  expect(rewrite('<a href="/r/downloads/x.epub" download>x</a>')).toBe('<a  download>x</a>');
  expect(rewrite('<a href="/r/downloads/x.epub">x</a>', 'index.html', 'https://s.example/r/')).toBe(
    '<a href="https://s.example/r/downloads/x.epub">x</a>',
  );
});

test('modules make room for one classic script, and what speaks to a server is left out', () => {
  const page = rewritePage(
    '<html><head><meta http-equiv="content-security-policy" content="x"><link rel="manifest" href="/r/m"><script type="module" src="/r/a.js"></script></head><body><search-box data-root="/r/"></search-box><edition-notice data-file="/r/e.json"><p>x</p></edition-notice></body></html>',
    'hans/a/index.html',
    { base: '/r/', isFile: () => true, toAddress: () => undefined, script: 'site.js' },
  );
  expect(page).not.toMatch(/module|edition-notice|manifest/);
  expect(page).toContain('<script defer src="../../site.js"></script></head>');
  expect(page).toContain('data-root="../../"');
  expect(page).toContain("script-src 'self' file:");
});

test('what is not to be changed stays as it is written', () => {
  const body = "<p id=a  class='b'>“甲” &amp; 乙<br>\n<!-- 丙 --> <i>丁</i></p>";
  expect(rewrite(body)).toBe(body);
});

test('sizes and hashes go where they belong, again and again', () => {
  const page = '<td><span data-size="a.txt"></span></td><td><code data-sha256="a.txt"></code></td>';
  const filled = fillSizes(page, [{ name: 'a.txt', bytes: 1234, sha256: 'ab' }]);
  expect(filled).toBe(
    '<td><span data-size="a.txt">1.2 KB</span></td><td><code data-sha256="a.txt">ab</code></td>',
  );
  expect(fillSizes(filled, [{ name: 'a.txt', bytes: 2_500_000, sha256: 'cd' }])).toContain('>2.50 MB</span>');
  expect(() => fillSizes(page, [])).toThrow('Unexpected a.txt in the list of downloads');
  expect(describeSize(999)).toBe('1.0 KB');
});

test('printed documents are listed where there are any', () => {
  const page = '<tbody data-pdf="a"></tbody><tbody data-pdf="b"></tbody>';
  const pdf = { slug: 'b', label: 'PDF', name: 'b.pdf', bytes: 1000, sha256: 'ab' };
  const filled = fillPdfs(page, [pdf], '/r/downloads/');
  expect(filled).toContain(
    '<tbody data-pdf="b"><tr><th scope="row"><a href="/r/downloads/b.pdf" download>PDF</a></th>',
  );
  expect(fillPdfs(filled, [], '')).toBe(page);
});
