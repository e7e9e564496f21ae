import { getEditions } from '../../content/site.ts';

export async function GET() {
  return Response.json(await getEditions());
}
