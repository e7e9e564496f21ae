/** A decision that a recipe still asks its editor for. */
export interface Decision {
  /** Line of the recipe, 1-based. */
  readonly line: number;
  readonly asks: string;
}

/** The decisions that a proposed recipe still asks for: its comments `# Decide: …`, and words that are to be written. */
export function listDecisions(recipe: string): Decision[] {
  return recipe.split(/\r?\n/).flatMap((text, index): Decision[] => {
    const asks = /^\s*# Decide: (.*)$/.exec(text)?.[1] ?? /^[^#]*(【待写】.*)$/.exec(text)?.[1];
    return asks === undefined ? [] : [{ line: index + 1, asks: asks.trim() }];
  });
}
