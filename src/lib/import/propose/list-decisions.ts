/** A decision that a recipe still asks its editor for. */
export interface Decision {
  /** Line of the recipe, 1-based. */
  readonly line: number;
  readonly asks: string;
}

const comment = /^\s*# Decide: (.*)$/;
const placeholder = /^[^#]*(【待写】.*)$/;

/** The decisions that a proposed recipe still asks for: its comments `# Decide: …`, and words that are to be written. */
export function listDecisions(recipe: string): Decision[] {
  const lines = recipe.split(/\r?\n/);
  return lines.flatMap((text, index): Decision[] => {
    // Under its comment, a placeholder is the same decision.
    const isAsked = comment.test(lines[index - 1] ?? '');
    const asks = comment.exec(text)?.[1] ?? (isAsked ? undefined : placeholder.exec(text)?.[1]);
    return asks === undefined ? [] : [{ line: index + 1, asks: asks.trim() }];
  });
}
