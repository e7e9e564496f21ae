import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { validateFeed } from '../../scripts/validators/feed.ts';
import { validateJsonLd } from '../../scripts/validators/json-ld.ts';
import { validateLinks } from '../../scripts/validators/links.ts';
import { openBuilt } from '../../scripts/validators/open-built.ts';
import { validateSchemas } from '../../scripts/validators/schemas.ts';
import { checkSupplyChain, type ProjectFiles } from '../../scripts/validators/supply-chain.ts';
import { formatFinding, type Validator } from '../../scripts/validators/validator.ts';
import { readSettings } from '../../src/content/settings.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The rules that a validator finds broken in a folder of some files, each with its file. */
async function find(validate: Validator, files: Readonly<Record<string, string>>, environment = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'duben-validate-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { findings } = await validate(openBuilt(folder, readSettings(environment)));
  return findings.map(({ file, rule }) => `${file} ${rule}`);
}

const page = (body: string, head = '') =>
  `<!doctype html><html lang="zh"><head><title>甲</title>${head}</head><body>${body}</body></html>`;

describe('links', () => {
  const other = { 'a/index.html': page('<p id="甲">'), 'image.png': '' };
  test.each([
    ['<a href="/a/">', undefined],
    ['<a href="a/#甲">', undefined],
    [`<a href="/a/#${encodeURIComponent('甲')}">`, undefined],
    ['<a href="/a/#:~:text=甲">', undefined],
    ['<a href="/a/?q=1#甲:~:text=甲">', undefined],
    ['<img srcset="/image.png 1x, image.png 2x">', undefined],
    ['<x-y data-root="/">', undefined],
    ['<a href="/b/">', 'links/file'],
    ['<a href="/a">', 'links/slash'],
    ['<a href="/a/#乙">', 'links/fragment'],
    ['<a href="#乙">', 'links/fragment'],
    ['<a href="https://other.example/">', 'links/other-host'],
    ['<img srcset="/image.png 1x, /gone.png 2x">', 'links/file'],
    ['<video poster="gone.png"></video>', 'links/file'],
    ['<x-y data-file="/gone.json">', 'links/file'],
    ['<x-y data-root="/gone/">', 'links/folder'],
    ['<p id="甲"><p id="甲">', 'links/id'],
  ])('%s', async (body, rule) => {
    expect(await find(validateLinks, { ...other, 'index.html': page(body) })).toEqual(
      rule ? [`index.html ${rule}`] : [],
    );
  });

  test('of style sheets and web app manifests are followed, and those under a path need it', async () => {
    const files = {
      'style.css': '/* url(gone.png) */ a { background: url("gone.png") } b { background: url(image.png) }',
      'app.webmanifest': '{"start_url":"/a/","icons":[{"src":"/gone.svg"}]}',
      ...other,
    };
    expect(await find(validateLinks, files)).toEqual(['app.webmanifest links/file', 'style.css links/file']);
    const base = { BASE_PATH: '/under/', SITE_URL: 'https://texts.example' };
    const index = (address: string) => ({ ...other, 'index.html': page(`<a href="${address}">`) });
    expect(await find(validateLinks, index('/under/a/'), base)).toEqual([]);
    expect(await find(validateLinks, index('https://texts.example/under/a/'), base)).toEqual([]);
    expect(await find(validateLinks, index('/a/'), base)).toEqual(['index.html links/other-host']);
  });
});

describe('schemas', () => {
  const schema = JSON.stringify({ type: 'object', required: ['slug'] });
  const files = { 'data/schema/document.schema.json': schema, 'data/a.json': '{"slug":"a"}' };
  test.each<[string, Record<string, string>, string[]]>([
    ['data that fits', {}, []],
    ['data that does not', { 'data/b.json': '{}' }, ['data/b.json schemas/data']],
    ['a download that does not', { 'downloads/b.json': '[]' }, ['downloads/b.json schemas/data']],
    ['what is no JSON', { 'search/hans.json': '{' }, ['search/hans.json schemas/json']],
    ['data without its schema', { 'data/index.json': '{}' }, ['data/index.json schemas/missing']],
    [
      'a schema that is none',
      { 'data/schema/index.schema.json': '{"type":"thing"}' },
      ['data/schema/index.schema.json schemas/schema'],
    ],
    [
      'a schema without data',
      { 'data/schema/index.schema.json': '{"type":"object"}' },
      ['data/schema/index.schema.json schemas/unused'],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await find(validateSchemas, { ...files, ...more })).toEqual(expected);
  });
});

describe('feeds', () => {
  const entry = (id: string, day: string) =>
    `<entry><id>urn:uuid:${id}</id><title>甲</title><updated>${day}T00:00:00Z</updated><link href="/"/><content type="text">甲</content></entry>`;
  const feed = (entries: string, day = '2026-02-01', self = '/feed.xml') => ({
    'index.html': page(''),
    'feed.xml': `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><id>urn:uuid:00000000-0000-8000-8000-000000000000</id><title>甲</title><updated>${day}T00:00:00Z</updated><author><name>甲</name></author><link rel="self" type="application/atom+xml" href="${self}"/><link rel="alternate" type="text/html" href="/"/>${entries}</feed>`,
  });
  const [one, two] = ['00000000-0000-8000-8000-000000000001', '00000000-0000-8000-8000-000000000002'];
  test.each([
    ['newest first', feed(entry(two, '2026-02-01') + entry(one, '2026-01-01')), undefined],
    ['oldest first', feed(entry(one, '2026-01-01') + entry(two, '2026-02-01')), 'feed/order'],
    ['an id twice', feed(entry(one, '2026-02-01') + entry(one, '2026-01-01')), 'feed/id'],
    ['older than its newest entry', feed(entry(one, '2026-02-01'), '2026-01-01'), 'feed/updated'],
    ['another address', feed(entry(one, '2026-02-01'), '2026-02-01', '/'), 'feed/self'],
    ['a link that leads nowhere', feed(entry(one, '2026-02-01').replace('"/"', '"/gone/"')), 'feed/link'],
    ['a day that is none', feed(entry(one, '2026-02-01').replace('T00', 'T99')), 'feed/date'],
  ])('%s', async (_, files, rule) => {
    const found = await find(validateFeed, files);
    if (rule) expect(found).toContain(`feed.xml ${rule}`);
    else expect(found).toEqual([]);
  });

  test('what Atom’s grammar does not have is found with its line', async () => {
    const files = feed(entry(one, '2026-02-01'));
    const broken = { ...files, 'feed.xml': files['feed.xml'].replace(/<author>.*<\/author>/, '') };
    expect(await find(validateFeed, broken)).toContain('feed.xml feed/grammar');
  });
});

describe('JSON-LD', () => {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: '甲',
    inLanguage: 'zh-Hans-CN',
    identifier: 'a',
    version: '2026-02-01',
    author: [{ '@type': 'Person', name: '乙' }],
    isPartOf: { '@type': 'Collection', name: '丙', version: '2026-02-01' },
  };
  const site = { SITE_URL: 'https://texts.example' };
  test.each<[string, object, object, string | undefined]>([
    ['as it is', data, {}, undefined],
    ['with its address', { ...data, url: 'https://texts.example/a/' }, site, undefined],
    ['without a headline', { ...data, headline: undefined }, {}, 'required'],
    ['with a property of no article', { ...data, heading: '甲' }, {}, 'property'],
    ['of another type', { ...data, '@type': 'Artikel' }, {}, 'type'],
    ['by nobody', { ...data, author: [{ '@type': 'Person' }] }, {}, 'required'],
    ['by a collection', { ...data, author: data.isPartOf }, {}, 'type'],
    ['of a day that is none', { ...data, datePublished: 'XXXX-03-21' }, {}, 'value'],
    ['in another vocabulary', { ...data, '@context': 'http://other.example' }, {}, 'context'],
    ['without the site’s address', data, site, 'url'],
    ['with a relative one', { ...data, url: '/a/' }, site, 'url'],
  ])('%s', async (_, block, environment, rule) => {
    const script = `<script type="application/ld+json">${JSON.stringify(block)}</script>`;
    const found = await find(validateJsonLd, { 'a.html': page('', script) }, environment);
    if (rule) expect(found).toContain(`a.html json-ld/${rule}`);
    else expect(found).toEqual([]);
  });
});

describe('supply chain', () => {
  const project: ProjectFiles = {
    manifest: { dependencies: { a: '1.0.0' }, optionalDependencies: { '@s/b': '2.0.0-x.1' } },
    lock: {
      packages: {
        '': { dependencies: { a: '1.0.0' }, optionalDependencies: { '@s/b': '2.0.0-x.1' } },
        'node_modules/a': { version: '1.0.0', integrity: 'sha512-a', dependencies: { c: '^1.0.0' } },
        'node_modules/a/node_modules/c': {
          version: '1.2.0',
          integrity: 'sha512-c',
          dependencies: { '@s/b': '*' },
        },
        'node_modules/@s/b': { version: '2.0.0-x.1', integrity: 'sha512-b' },
      },
    },
    readme: '\n| package | why |\n| --- | --- |\n| a, @s/b | because |\n\n',
    npmSettings: 'save-exact=true\nignore-scripts=true\n',
  };
  const lockWith = (path: string, changed: object | undefined) => {
    const { [path]: locked, ...packages } = project.lock.packages;
    return { lock: { packages: changed ? { ...packages, [path]: { ...locked, ...changed } } : packages } };
  };
  test.each<[string, Partial<ProjectFiles>, string[]]>([
    ['as it should be', {}, []],
    [
      'a range of versions',
      { manifest: { dependencies: { a: '^1.0.0', '@s/b': '2.0.0-x.1' } } },
      ['version', 'lock'],
    ],
    ['a dependency without a reason', { readme: project.readme.replace('a, ', '') }, ['reason']],
    ['a reason for nothing', { readme: project.readme.replace('a, ', 'a, d, ') }, ['reason']],
    ['a package without a hash', lockWith('node_modules/a', { integrity: undefined }), ['integrity']],
    ['a package that is not locked', lockWith('node_modules/a/node_modules/c', undefined), ['missing']],
    [
      'a platform’s package that is not locked',
      lockWith('node_modules/a', { optionalDependencies: { 'a-win32': '1.0.0' } }),
      ['missing'],
    ],
    ['an install script', lockWith('node_modules/a', { hasInstallScript: true }), ['install-script']],
    ['install scripts that are run', { npmSettings: 'save-exact=true\n' }, ['install-script']],
  ])('%s', (_, changed, expected) => {
    const findings = checkSupplyChain({ ...project, ...changed });
    expect(findings.map(({ rule }) => rule.replace('supply-chain/', ''))).toEqual(expected);
  });
});

test('a finding is a line that editors can follow', () => {
  const finding = { file: 'a.html', rule: 'links/file', message: 'Unexpected b.' };
  expect(formatFinding(finding)).toBe('a.html links/file Unexpected b.');
  expect(formatFinding({ ...finding, line: 3, column: 7 })).toBe('a.html:3:7 links/file Unexpected b.');
});
