import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  listFile,
  type OfflineFile,
  type OfflineGroup,
  type OfflineManifest,
  servedBytes,
} from '../../src/lib/offline/manifest.ts';
import { divideFiles, isSaved } from '../../src/lib/offline/to-manifest.ts';
import type { Catalogue } from '../../src/lib/search/clause.ts';
import type { IndexData } from '../../src/schemas/data.ts';
import type { BuiltSite } from './built-site.ts';
import { bundle } from './bundle.ts';

/** Write `sw.js`, and into `offline/` the lists of what it saves: the last step, since they name all others' files. */
export async function writeOffline(site: BuiltSite): Promise<string> {
  site.clear('offline');
  if (!site.settings.keepsOffline) {
    site.write('sw.js', await bundle('src/worker/remove-worker.ts'));
    return 'Wrote sw.js to remove what browsers have saved (OFFLINE=off).';
  }
  const paths = site.list();
  // Where the texts are too many to be shipped at once.
  const catalogue: Catalogue = JSON.parse(site.read('search/hans.json').toString('utf8'));
  const hasIndex = catalogue.shards !== undefined;
  // As it stands there: a large collection need not be read again.
  const index: IndexData = JSON.parse(site.read('data/index.json').toString('utf8'));
  const files = await mapInTurns(
    paths.filter((path) => isSaved(path, hasIndex)),
    async (path) => {
      const content = site.read(path);
      // As much as servers compress by themselves.
      const { length: served } = await compress(content, { level: 6 });
      return { path, sha256: hash(content), served };
    },
  );
  const {
    isWhole,
    files: core,
    groups,
  } = divideFiles({
    documents: index.documents,
    limit: site.settings.offlineLimit,
    hasIndex,
    files,
  });
  const writeGroup = ([name, list]: readonly [string, readonly OfflineFile[]]): [string, OfflineGroup] => {
    const json = JSON.stringify(list);
    const group = { sha256: hash(json), served: servedBytes(list) };
    site.write(listFile(name, group).path, json);
    return [name, group];
  };
  const manifest: OfflineManifest = {
    edition: index.edition,
    isWhole,
    files: core,
    groups: Object.fromEntries([...groups].map(writeGroup)),
  };
  const json = JSON.stringify(manifest);
  const sha256 = hash(json);
  const path = `offline/${createHash('sha256').update(json).digest('hex').slice(0, 16)}.json`;
  site.write(path, json);
  const theManifest = JSON.stringify({ path, sha256 });
  site.write('sw.js', await bundle('src/worker/service-worker.ts', { define: { theManifest } }));
  return `${files.length} files can be saved offline, ${(servedBytes(files) / 1e6).toFixed(2)} MB as served.`;
}

const compress = promisify(gzip);

/** Do something with each of many, a few at a time: the machine's cores are used, and memory is not. */
async function mapInTurns<Item, Value>(
  items: readonly Item[],
  act: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    values.push(...(await Promise.all(items.slice(from, from + atOnce).map(act))));
  return values;
}
const atOnce = 16;

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
