import type { APIContext } from 'astro';
import { z } from 'astro/zod';
import { collectionDataSchema, documentDataSchema, indexDataSchema } from '../../../schemas/data.ts';
import { editionsDataSchema } from '../../../schemas/editions.ts';
import { relationsDataSchema } from '../../../schemas/relations-data.ts';

const schemas = {
  document: documentDataSchema,
  index: indexDataSchema,
  collection: collectionDataSchema,
  relations: relationsDataSchema,
  editions: editionsDataSchema,
};

export function getStaticPaths() {
  return Object.keys(schemas).map((name) => ({ params: { name } }));
}

export function GET({ params }: APIContext) {
  return Response.json(z.toJSONSchema(schemas[params.name as keyof typeof schemas]));
}
