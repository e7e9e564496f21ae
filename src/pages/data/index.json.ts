import { getDocuments, getSources, getTheCollection } from '../../content/site.ts';
import { toIndexData } from '../../lib/export/to-index-data.ts';

export async function GET() {
  const documents = await getDocuments();
  return Response.json(toIndexData(await getTheCollection(), documents, await getSources()));
}
