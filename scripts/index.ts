import { parseArgs } from 'node:util';
import { openBuiltSite } from './steps/built-site.ts';
import { drawImages } from './steps/draw-images.ts';
import { indexSearch } from './steps/index-search.ts';
import { readVolume } from './steps/read-volume.ts';
import { writeDownloads } from './steps/write-downloads.ts';
import { writeDts } from './steps/write-dts.ts';
import { writeOffline } from './steps/write-offline.ts';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    content: { type: 'string', default: 'content' },
  },
});

const site = openBuiltSite(values.dist, values.content);
try {
  const { catalogues, done } = await indexSearch(site);
  console.log(done);
  console.log(await drawImages(site));
  const volume = readVolume(site);
  console.log(await writeDownloads(site, volume, catalogues));
  console.log(writeDts(site, volume));
  console.log(await writeOffline(site));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
