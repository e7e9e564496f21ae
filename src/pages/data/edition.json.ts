import { getEditions } from '../../content/site.ts';

export async function GET() {
  const { newest } = await getEditions();
  return Response.json({ newest });
}
