import type { APIContext } from 'astro';
import { z } from 'astro/zod';
import { documentDataSchema, indexDataSchema } from '../../../schemas/data.ts';

const schemas = { document: documentDataSchema, index: indexDataSchema };

export function getStaticPaths() {
  return Object.keys(schemas).map((name) => ({ params: { name } }));
}

export function GET({ params }: APIContext) {
  return Response.json(z.toJSONSchema(schemas[params.name as keyof typeof schemas]));
}
