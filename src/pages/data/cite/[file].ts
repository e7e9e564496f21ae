import type { APIContext } from 'astro';
import { getCitations, getDocuments } from '../../../content/site.ts';
import { type CitationFile, listCitationFiles } from '../../../lib/cite/list-citation-files.ts';
import { scripts } from '../../../lib/script/scripts.ts';

export async function getStaticPaths() {
  const documents = await getDocuments();
  const files = documents.flatMap(({ document }) =>
    scripts.map(async (script) =>
      listCitationFiles(await getCitations(document, script)).map((file) => ({
        params: { file: `${document.slug}.${script}.${file.extension}` },
        props: { file },
      })),
    ),
  );
  return (await Promise.all(files)).flat();
}

export function GET({ props: { file } }: APIContext<{ file: CitationFile }>) {
  return new Response(file.text, { headers: { 'Content-Type': `${file.type}; charset=utf-8` } });
}
