import { readRelations } from '../../../src/content/content-files.ts';
import { digestDocument } from '../../../src/lib/relate/digest.ts';
import { type RelateInput, relateCollection } from '../../../src/lib/relate/relate-collection.ts';
import { wholeFold } from '../../../src/lib/search/whole-fold.ts';
import type { RelationsData } from '../../../src/schemas/relations-data.ts';
import { collectionInput } from '../search/collection.ts';

/** Its documents, in the collection's order. */
export const relateData = collectionInput.documents;

/** The collection as scripts/relate.ts has it, from content/ alone. */
export const relateInput: RelateInput = {
  documents: relateData.map((data) => ({
    digest: digestDocument(data, wholeFold, collectionInput.convert),
    read: () => data,
  })),
  relations: readRelations('content'),
  convert: collectionInput.convert,
};

let related: RelationsData | undefined;
/** How its documents relate. Found when a test asks first: where decisions do not fit any more, that test fails alone. */
export function relateDocuments(): RelationsData {
  related ??= relateCollection(relateInput);
  return related;
}

export const fold = wholeFold;

/**
 * Clauses of a small collection for words to be weighed by: every one opens with the same formula, which so says
 * nothing of its subject.
 */
export const backgroundClauses = [
  '双方重申愿继续致力于加强农产品贸易。',
  '双方重申愿继续致力于维护海洋生态环境。',
  '双方重申愿继续致力于发展青少年体育交流。',
  '双方重申愿继续致力于培养职业教育师资。',
  '双方重申愿继续致力于便利货物通关程序。',
  '双方重申愿继续致力于保护濒危野生动物。',
  '双方重申愿继续致力于完善跨境支付系统。',
  '双方重申愿继续致力于开通旅游包机航线。',
  '双方重申愿继续致力于举办电影周和音乐节。',
  '双方重申愿继续致力于交换水文气象资料。',
  '双方重申愿继续致力于打击走私贩毒行为。',
  '双方重申愿继续致力于勘探大陆架油气田。',
];
