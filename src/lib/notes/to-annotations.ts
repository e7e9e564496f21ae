import type { Note } from './note.ts';

/**
 * Notes as a collection of Web Annotations (W3C Recommendation, 2017), each by three selectors: the block (its fragment),
 * the words with what stands around them, and the position in the document’s text.
 * @param sourceOf the address of a document’s published text
 * @param generated ISO 8601
 */
export function toAnnotations(
  notes: readonly Note[],
  sourceOf: (slug: string) => string,
  generated: string,
): object {
  const collection = 'urn:duben:notes';
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collection,
    type: 'AnnotationCollection',
    generated,
    total: notes.length,
    first: {
      id: `${collection}:1`,
      type: 'AnnotationPage',
      partOf: collection,
      startIndex: 0,
      items: notes.map((note) => toAnnotation(note, sourceOf(note.slug))),
    },
  };
}

function toAnnotation(note: Note, source: string): object {
  const { id, words, created, modified, edition, block, start, end, exact, prefix, suffix } = note;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: words ? 'commenting' : 'highlighting',
    created,
    modified,
    ...(words && {
      body: { type: 'TextualBody', value: words, format: 'text/plain', purpose: 'commenting' },
    }),
    target: {
      type: 'SpecificResource',
      source,
      // The edition whose text it is.
      ...(edition && { state: { type: 'TimeState', sourceDate: `${edition}T00:00:00Z` } }),
      selector: [
        { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: block },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}
