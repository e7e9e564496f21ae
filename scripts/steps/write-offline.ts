import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { servedBytes } from '../../src/lib/offline/manifest.ts';
import { toManifest } from '../../src/lib/offline/to-manifest.ts';
import type { BuiltSite } from './built-site.ts';
import { bundle } from './bundle.ts';

/** Write `sw.js`, and the manifest of what it saves into `offline/`: the last step, since it names all others' files. */
export async function writeOffline(site: BuiltSite): Promise<string> {
  site.clear('offline');
  if (!site.settings.keepsOffline) {
    site.write('sw.js', await bundle('src/worker/remove-worker.ts'));
    return 'Wrote sw.js to remove what browsers have saved (OFFLINE=off).';
  }
  const paths = site.list();
  const manifest = toManifest({
    edition: site.index.edition,
    documents: site.index.documents,
    limit: site.settings.offlineLimit,
    // Shards are there where the texts are too many to be shipped at once.
    hasIndex: paths.some((path) => path.startsWith('search/hans/')),
    files: paths.map((path) => {
      const content = site.read(path);
      const served = gzipSync(content, { level: 9 }).length;
      return { path, sha256: hash(content), served };
    }),
  });
  const json = JSON.stringify(manifest);
  const sha256 = hash(json);
  const path = `offline/${createHash('sha256').update(json).digest('hex').slice(0, 16)}.json`;
  site.write(path, json);
  const theManifest = JSON.stringify({ path, sha256 });
  site.write('sw.js', await bundle('src/worker/service-worker.ts', { define: { theManifest } }));
  return `${manifest.files.length} files can be saved offline, ${(servedBytes(manifest.files) / 1e6).toFixed(2)} MB as served.`;
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
