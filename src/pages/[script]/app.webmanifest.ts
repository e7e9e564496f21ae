import type { APIContext } from 'astro';
import { addresses, getConverter, getTheCollection } from '../../content/site.ts';
import { pageLanguage, type Script, scripts } from '../../lib/script/scripts.ts';

export function getStaticPaths() {
  return scripts.map((script) => ({ params: { script }, props: { script } }));
}

/** What the site is as an installed app (W3C Web Application Manifest), in a script. */
export async function GET({ props: { script } }: APIContext<{ script: Script }>) {
  const { title, description } = await getTheCollection();
  const convert = await getConverter();
  const icon = (size: number, purpose: 'any' | 'maskable') => ({
    src: addresses.icon(size, purpose === 'maskable'),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: addresses.root,
    name: convert(title, 'zh-Hans-CN', script),
    short_name: convert(title, 'zh-Hans-CN', script),
    description: convert(description, 'zh-Hans-CN', script),
    lang: pageLanguage(script),
    dir: 'ltr',
    start_url: addresses.collection(script),
    scope: addresses.root,
    display: 'minimal-ui',
    // The light paper of tokens.css.
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
}
