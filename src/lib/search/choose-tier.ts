export type Tier = 'exact' | 'index';

/** Which tier serves a collection. @param limit clauses up to which all of them are shipped and read */
export function chooseTier(clauses: number, limit: number): Tier {
  return clauses <= limit ? 'exact' : 'index';
}
