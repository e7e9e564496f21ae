import { getConverter, getDocumentPages, hasManyDocuments } from '../../../content/site.ts';
import { toDocumentList } from '../../../lib/reader/to-document-list.ts';
import { type Script, scripts } from '../../../lib/script/scripts.ts';

/** What readers find documents by, where there are more than a page lists. */
export async function getStaticPaths() {
  if (!(await hasManyDocuments())) return [];
  return scripts.map((script) => ({ params: { script }, props: { script } }));
}

export async function GET({ props: { script } }: { props: { script: Script } }) {
  return Response.json(toDocumentList((await getDocumentPages()).flat(), script, await getConverter()));
}
