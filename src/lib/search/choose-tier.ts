/** Clauses up to which all of them are shipped and read: about 1 MB compressed (`npm run bench:search`). */
export const exactLimit = 10_000;

export type Tier = 'exact' | 'index';

/** Which tier serves a collection. @param limit a build's own (`SEARCH_LIMIT`) */
export function chooseTier(clauses: number, limit: string | undefined): Tier {
  const most = limit?.trim() ? Number(limit) : exactLimit;
  if (limit?.trim() && !/^\d+$/.test(limit.trim()))
    throw new Error(
      `Unexpected SEARCH_LIMIT ${limit}, expected a number of clauses. Correct it, or leave it out.`,
    );
  return clauses <= most ? 'exact' : 'index';
}
