import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { listAnswers } from '../../scripts/steps/expected-answers.ts';
import './dist.ts';

/* The examples for hosts that cannot be run here. What nginx and Caddy answer is held to the same by `npm run check:servers`. */

interface Rule {
  readonly path: string;
  readonly set: [name: string, value: string][];
  readonly unset: string[];
}

/** As the host documents its file: a path at the start of a line, its headers indented below; `! ` takes one away. */
function parseHeaders(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    expect(line.length, line).toBeLessThanOrEqual(2_000);
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      expect(words).toMatch(/^\/[^\s]*$/);
      expect(words.split('*').length - 1, words).toBeLessThanOrEqual(1);
      rules.push({ path: words, set: [], unset: [] });
      continue;
    }
    const rule = rules.at(-1);
    const [, name = '', value = ''] = /^([\w-]+):\s*(\S.*)$/.exec(words) ?? [];
    if (words.startsWith('! ')) rule?.unset.push(words.slice(2).trim().toLowerCase());
    else {
      expect(name, line).not.toBe('');
      rule?.set.push([name.toLowerCase(), value]);
    }
  }
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.length).toBeLessThanOrEqual(100);
  return rules;
}

/** All rules that match, in their order; a value that two of them set is both, joined. */
function headersOf(rules: readonly Rule[], path: string): Map<string, string> {
  // What the host sends by itself.
  const headers = new Map([
    ['access-control-allow-origin', '*'],
    ['cache-control', 'public, max-age=0, must-revalidate'],
  ]);
  const ours = new Set<string>();
  for (const rule of rules) {
    const [before = '', after] = rule.path.split('*');
    const matches =
      after === undefined
        ? path === before
        : path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after);
    if (!matches) continue;
    for (const name of rule.unset) headers.delete(name);
    for (const [name, value] of rule.set) {
      const former = ours.has(name) ? headers.get(name) : undefined;
      headers.set(name, former === undefined ? value : `${former}, ${value}`);
      ours.add(name);
    }
  }
  return headers;
}

describe('deploy/_headers', () => {
  const rules = parseHeaders(readFileSync('deploy/_headers', 'utf8'));
  /** Types that any host knows. */
  const usual = /\/$|\.(?:html|css|js|json|png|svg|zip)$/;

  const files = listAnswers('dist', '/').filter(([, { status }]) => status.includes(200));
  test.each(files)('says of %s what the other hosts are to answer', (address, { headers = {} }) => {
    const { pathname } = new URL(address, 'https://texts.example');
    const found = headersOf(rules, pathname);
    for (const [name, value] of Object.entries(headers)) {
      if (['content-encoding', 'vary'].includes(name)) continue;
      if (name === 'content-type' && !found.has(name)) expect(pathname).toMatch(usual);
      else expect(found.get(name), name).toBe(value);
    }
    expect(found.get('strict-transport-security')).toMatch(/^max-age=\d{7,}$/);
  });

  test('has a rule for nothing that is not there', () => {
    const built = readdirSync('dist', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `/${join(parentPath, name).slice('dist/'.length)}`);
    for (const rule of rules)
      expect(
        built.some((path) => headersOf([{ ...rule, set: [['x-rule', rule.path]] }], path).has('x-rule')),
        rule.path,
      ).toBe(true);
  });
});

describe('deploy/github-pages.yml', () => {
  const yaml = parseDocument(readFileSync('deploy/github-pages.yml', 'utf8'), { version: '1.2' });
  const { on, permissions, jobs } = yaml.toJS();
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const steps: { id?: string; run?: string; uses?: string; with?: Record<string, unknown> }[] =
    jobs.publish.steps;

  test('is one job that may publish, and nothing else', () => {
    expect([...yaml.errors, ...yaml.warnings]).toEqual([]);
    expect(on).toEqual({ push: { branches: ['main'] } });
    expect(permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
    expect(Object.keys(jobs)).toEqual(['publish']);
    expect(jobs.publish.environment.url).toBe(`\${{ steps.${steps.at(-1)?.id}.outputs.page_url }}`);
  });

  test('runs commands that there are, by a Node that they take, and publishes what they make', () => {
    for (const { run } of steps) {
      const [, script] = /^npm run (\S+)/.exec(run ?? '') ?? [];
      if (script) expect(Object.keys(scripts)).toContain(script);
    }
    const order = steps.map(({ run, uses }) => run?.split(' -- ')[0] ?? uses?.replace(/@v\d+$/, ''));
    expect(order).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'actions/configure-pages',
      'npm ci',
      'npm run build',
      'actions/upload-pages-artifact',
      'actions/deploy-pages',
    ]);
    const node = steps.find(({ uses }) => uses?.startsWith('actions/setup-node'))?.with?.['node-version'];
    expect(Number(node)).toBeGreaterThanOrEqual(20);
    expect(steps.find(({ uses }) => uses?.includes('upload-pages'))?.with?.path).toBe('dist');
    expect(existsSync('dist/404.html')).toBe(true);
  });

  test('builds for the address that the host says', () => {
    const build = steps.find(({ run }) => run?.startsWith('npm run build'))?.run ?? '';
    const asked = [...build.matchAll(/\$\{\{ steps\.(\w+)\.outputs\.(\w+) \}\}/g)].map((match) =>
      match.slice(1),
    );
    const { id } = steps.find(({ uses }) => uses?.startsWith('actions/configure-pages')) ?? {};
    expect(asked).toEqual([
      [id, 'origin'],
      [id, 'base_path'],
    ]);
    // `base_path` is empty, or begins with a slash and does not end with one.
    expect(build).toMatch(/--base "[^"]*\}\}\/"$/);
  });
});
