import type { APIContext } from 'astro';
import { getDocuments, getSource, getTheCollection } from '../../content/site.ts';
import { toDocumentData } from '../../lib/export/to-document-data.ts';
import type { Document } from '../../schemas/document.ts';

export async function getStaticPaths() {
  return (await getDocuments()).map((document) => ({
    params: { slug: document.slug },
    props: { document },
  }));
}

export async function GET({ props }: APIContext<{ document: Document }>) {
  const { places } = await getSource(props.document.source);
  return Response.json(toDocumentData(props.document, places, await getTheCollection()));
}
