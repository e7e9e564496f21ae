import { getRelations } from '../../content/site.ts';

export async function GET() {
  return Response.json(await getRelations());
}
