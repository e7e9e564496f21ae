import { createHash } from 'node:crypto';
import { toUrn } from '../text/to-urn.ts';
import type { PackageFile } from './package-file.ts';

/** What a bag says of what is in it. */
export interface BagInfo {
  readonly title: string;
  readonly description: string;
  readonly edition: string;
  readonly rights: string;
}

const algorithms = ['sha256', 'sha512'] as const;

/**
 * Files as a BagIt bag (RFC 8493), which libraries take in: the files below `data/`, their hashes, and the hashes of these
 * lists. The same bytes for the same files: the day on which it is packed is not in it.
 */
export function toBag(
  payload: readonly PackageFile[],
  { title, description, edition, rights }: BagInfo,
): PackageFile[] {
  const data = [...payload]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, content }) => ({ path: `data/${path}`, content }));
  const bytes = data.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const info = [
    ['External-Identifier', `${toUrn(title)} ${edition}`],
    ['External-Description', `${title} ${edition}. ${description} ${rights}`],
    ['Payload-Oxum', `${bytes}.${data.length}`],
  ];
  const tags: PackageFile[] = [
    { path: 'bagit.txt', content: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { path: 'bag-info.txt', content: info.map(([key, value]) => `${key}: ${value}\n`).join('') },
    ...algorithms.map((name) => ({ path: `manifest-${name}.txt`, content: toManifest(data, name) })),
  ];
  const tagManifests = algorithms.map((name) => ({
    path: `tagmanifest-${name}.txt`,
    content: toManifest(tags, name),
  }));
  return [...tags, ...tagManifests, ...data];
}

/** What is wrong with a bag, in words; nothing if it is complete and valid (RFC 8493, section 3). */
export function checkBag(files: readonly PackageFile[]): string[] {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const textOf = (path: string) => Buffer.from(byPath.get(path) ?? '').toString('utf8');
  const problems: string[] = [];
  if (!/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/.test(textOf('bagit.txt')))
    problems.push('bagit.txt  Unexpected declaration, expected BagIt 1.0 in UTF-8.');
  for (const line of textOf('bag-info.txt').split('\n').slice(0, -1))
    if (!/^(?:[^\s:][^:]*: \S|[ \t])/.test(line))
      problems.push(`bag-info.txt  Unexpected line ${JSON.stringify(line)}, expected a label and its value.`);
  const manifests = files.filter(({ path }) => /^(?:tag)?manifest-[a-z0-9]+\.txt$/.test(path));
  if (!manifests.some(({ path }) => path.startsWith('manifest-')))
    problems.push('manifest-sha256.txt  Missing, expected a list of the payload.');
  for (const { path: manifest } of manifests) {
    const [, tag = '', algorithm = ''] = /^(tag)?manifest-([a-z0-9]+)\.txt$/.exec(manifest) ?? [];
    const listed = new Set<string>();
    for (const line of textOf(manifest).split('\n').slice(0, -1)) {
      const [, hash, written = ''] = /^([0-9a-f]+) {2}(.+)$/s.exec(line) ?? [];
      const path = written.replace(/%(?:0A|0D|25)/gi, (code) => decodeURIComponent(code));
      const content = byPath.get(path);
      listed.add(path);
      if (/^\/|(?:^|\/)\.\.(?:\/|$)/.test(path))
        problems.push(`${manifest}  Unexpected ${path}, expected a path in the bag.`);
      else if (content === undefined) problems.push(`${path}  Missing, but listed in ${manifest}.`);
      else if (createHash(algorithm).update(content).digest('hex') !== hash)
        problems.push(`${path}  Unexpected content, expected what ${manifest} lists.`);
    }
    // Every file of the payload is in every manifest of it.
    if (!tag)
      for (const { path } of files)
        if (path.startsWith('data/') && !listed.has(path))
          problems.push(`${path}  Not listed in ${manifest}.`);
  }
  const payload = files.filter(({ path }) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  const oxum = /^Payload-Oxum: (.+)$/m.exec(textOf('bag-info.txt'))?.[1];
  if (oxum !== undefined && oxum !== `${bytes}.${payload.length}`)
    problems.push(`bag-info.txt  Unexpected Payload-Oxum ${oxum}, expected ${bytes}.${payload.length}.`);
  return problems;
}

function toManifest(files: readonly PackageFile[], algorithm: (typeof algorithms)[number]): string {
  const write = (path: string) => path.replace(/[%\r\n]/g, encodeURIComponent);
  return files
    .map(({ path, content }) => `${createHash(algorithm).update(content).digest('hex')}  ${write(path)}\n`)
    .join('');
}
