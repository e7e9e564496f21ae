import type { APIContext } from 'astro';
import { toElementWords } from '../../lib/reader/element-words.ts';
import { type Script, scripts } from '../../lib/script/scripts.ts';

export function getStaticPaths() {
  return scripts.map((script) => ({ params: { script }, props: { script } }));
}

/** What the elements of many pages say in a script: see `wordsOf`. */
export function GET({ props: { script } }: APIContext<{ script: Script }>) {
  const type = 'application/json; charset=utf-8';
  return new Response(JSON.stringify(toElementWords(script)), { headers: { 'Content-Type': type } });
}
