import type { APIContext } from 'astro';
import {
  addresses,
  getCollectionTexts,
  getEditions,
  getTheCollection,
  toAbsolute,
} from '../../content/site.ts';
import { toFeed } from '../../lib/export/to-feed.ts';
import { describeEdition } from '../../lib/reader/describe-edition.ts';
import { pageLanguage, type Script, scripts } from '../../lib/script/scripts.ts';

export function getStaticPaths() {
  return scripts.map((script) => ({ params: { script }, props: { script } }));
}

export async function GET({ props: { script } }: APIContext<{ script: Script }>) {
  const texts = await getCollectionTexts(script);
  const title = texts.convert((await getTheCollection()).title);
  const absolute = (address: string) => toAbsolute(address) ?? address;
  const feed = toFeed({
    title,
    lang: pageLanguage(script),
    name: `${title} ${script}`,
    author: title,
    self: absolute(addresses.feed(script)),
    page: absolute(`${addresses.about(script)}#editions`),
    editions: await getEditions(),
    describe: (edition) => describeEdition(edition, (slug) => texts.document(slug).title, texts.say),
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
