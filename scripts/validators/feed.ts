import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { resolvePath } from '../../src/lib/offline/resolve-path.ts';
import { checkGrammar } from './grammar.ts';
import { type Built, type Finding, rootOf, type Validation } from './validator.ts';

/** RFC 3339, as Atom asks for it (RFC 4287, 3.3). */
const timestamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Hold the feeds to Atom's grammar, and to what RFC 4287 says beyond it: an id is one thing's, the feed is as new as its
 * newest entry, entries stand newest first, it names its own address, and every link leads somewhere.
 */
export async function validateFeed(built: Built): Promise<Validation> {
  const { dist, files } = built;
  const feeds = files.filter((file) => file.endsWith('feed.xml'));
  const findings = await checkGrammar('src/schemas/atom.rng', dist, feeds, 'feed/grammar');
  const owners = new Map<string, string>();
  for (const file of feeds) {
    const xml = readFileSync(join(dist, file), 'utf8');
    try {
      findings.push(...checkFeed(file, fromXml(xml), owners, built));
    } catch (error) {
      findings.push({ file, rule: 'feed/xml', message: (error as Error).message });
    }
  }
  return { files: feeds.length, findings };
}

/** @param owners which feed or entry has an id, over all feeds */
function checkFeed(file: string, tree: Nodes, owners: Map<string, string>, built: Built): Finding[] {
  const findings: Finding[] = [];
  const feed = childrenOf(tree, 'feed')[0];
  const report = (element: Element | undefined, rule: string, message: string) => {
    const start = element?.position?.start;
    findings.push({ file, ...(start && { line: start.line, column: start.column }), rule, message });
  };
  if (!feed) return [{ file, rule: 'feed/xml', message: 'Unexpected root, expected <feed>.' }];
  const entries = childrenOf(feed, 'entry');

  for (const owner of [feed, ...entries]) {
    const id = textOf(childrenOf(owner, 'id')[0]);
    const other = owners.get(id);
    if (other)
      report(owner, 'feed/id', `Unexpected id ${id} that ${other} has, expected an id for each thing.`);
    owners.set(id, `${file} (${owner.name})`);
    const updated = textOf(childrenOf(owner, 'updated')[0]);
    if (!timestamp.test(updated) || Number.isNaN(Date.parse(updated)))
      report(owner, 'feed/date', `Unexpected date ${updated}, expected one of RFC 3339.`);
  }

  const times = entries.map((entry) => Date.parse(textOf(childrenOf(entry, 'updated')[0])));
  for (const [index, entry] of entries.entries())
    if (index > 0 && (times[index] ?? 0) > (times[index - 1] ?? 0))
      report(entry, 'feed/order', 'Unexpected entry that is newer than the one before it.');
  const newest = Math.max(...times);
  if (entries.length > 0 && Date.parse(textOf(childrenOf(feed, 'updated')[0])) !== newest)
    report(feed, 'feed/updated', 'Unexpected date of the feed, expected that of its newest entry.');

  const { site } = built.settings;
  const root = rootOf(built);
  const known = new Set(built.files);
  for (const link of [feed, ...entries].flatMap((owner) => childrenOf(owner, 'link'))) {
    const href = link.attributes.href ?? '';
    const found = resolvePath(new URL(href, new URL(file, root)).href, root, (path) => known.has(path));
    if (!found || !known.has(found.path))
      report(link, 'feed/link', `Unexpected link ${href}, expected one that leads to a file of the site.`);
    if (site && !href.startsWith(site))
      report(link, 'feed/link', `Unexpected link ${href}, expected the site’s own address before it.`);
    if (link.attributes.rel === 'self' && found?.path !== file)
      report(link, 'feed/self', `Unexpected ${href} as its own address, expected ${file}.`);
  }
  if (!childrenOf(feed, 'link').some(({ attributes }) => attributes.rel === 'self'))
    report(feed, 'feed/self', 'Unexpected feed without its own address, expected a link rel="self".');
  return findings;
}

function childrenOf(node: Nodes, name: string): Element[] {
  const children = 'children' in node ? node.children : [];
  return children.filter((child): child is Element => child.type === 'element' && child.name === name);
}

function textOf(node: Element | undefined): string {
  return (node?.children ?? []).map((child) => (child.type === 'text' ? child.value : '')).join('');
}
