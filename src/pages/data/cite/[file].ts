import type { APIContext } from 'astro';
import { getCitations, getDocuments } from '../../../content/site.ts';
import { type CitationFile, listCitationFiles } from '../../../lib/cite/list-citation-files.ts';

export async function getStaticPaths() {
  const documents = await getDocuments();
  const files = documents.map(async (document) =>
    listCitationFiles(await getCitations(document)).map((file) => ({
      params: { file: `${document.slug}.${file.extension}` },
      props: { file },
    })),
  );
  return (await Promise.all(files)).flat();
}

export function GET({ props: { file } }: APIContext<{ file: CitationFile }>) {
  return new Response(file.text, { headers: { 'Content-Type': `${file.type}; charset=utf-8` } });
}
