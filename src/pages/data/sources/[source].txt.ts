import type { APIContext } from 'astro';
import { readSourceFolders } from '../../../content/content-files.ts';
import { readSettings } from '../../../content/settings.ts';

export function getStaticPaths() {
  return readSourceFolders(readSettings().content).map(({ id, bytes }) => ({
    params: { source: id },
    props: { bytes },
  }));
}

/** The received bytes, unchanged. */
export function GET({ props }: APIContext<{ bytes: Uint8Array<ArrayBuffer> }>) {
  return new Response(props.bytes, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
