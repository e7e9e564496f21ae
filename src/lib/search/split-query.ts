/** The words of a query: what spaces set apart, ideographic ones included. All must stand in one clause. */
export function splitQuery(query: string): string[] {
  return [...new Set(query.split(/\s+/u).filter(Boolean))];
}
