import type { APIContext } from 'astro';
import { elementWords } from '../../content/site.ts';
import { type Script, scripts } from '../../lib/script/scripts.ts';

export function getStaticPaths() {
  return scripts.map((script) => {
    const { version, json } = elementWords(script);
    return { params: { script, version }, props: { json } };
  });
}

/** What the elements of many pages say in a script: see `wordsOf`. */
export function GET({ props: { json } }: APIContext<{ json: string }, { script: Script }>) {
  return new Response(json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
