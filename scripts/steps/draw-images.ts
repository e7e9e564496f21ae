import sharp from 'sharp';
import { toShareCard } from '../../src/lib/export/to-share-card.ts';
import { buildShareImages } from './build-share-images.ts';
import type { BuiltSite } from './built-site.ts';

/** Write `share/`, an image of each document for sites that show links, and `icons/`, the site's mark in pixels. */
export async function drawImages(site: BuiltSite): Promise<string> {
  const images = await buildShareImages(site.offer.isFull ? listCards(site) : []);
  site.clear('share');
  for (const { path, content } of images) site.write(path, content);

  site.clear('icons');
  const mark = site.read('icon.svg');
  const draw = (size: number) =>
    sharp(mark, { density: 72 * (size / 32) })
      .resize(size)
      .png();
  for (const size of [192, 512]) site.write(`icons/${size}.png`, await draw(size).toBuffer());
  // Systems cut a circle of four fifths out of a maskable icon: the mark stands inside, on its own ground.
  const inner = await draw(360).toBuffer();
  const ground = sharp({ create: { width: 512, height: 512, channels: 3, background: '#8f2b1e' } });
  site.write(
    'icons/maskable-512.png',
    await ground
      .composite([{ input: inner }])
      .png()
      .toBuffer(),
  );
  return `Drew ${images.length} images in share/.`;
}

function listCards({ documents, index, content: { collection, convert } }: BuiltSite) {
  return documents.map((document) => toShareCard(document, index.sources, collection, convert));
}
