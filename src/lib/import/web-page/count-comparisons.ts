import type { Root } from 'hast';

/**
 * How often a selector may be compared with an element of a page, at the most. The library that selects tries each
 * element with every element above it, and again for each step to any descendant or sibling, so that five such steps
 * on a deeply nested page would take longer than the universe has lasted.
 */
export function countComparisons(selector: string, root: Root): number {
  const steps = countSteps(selector);
  let comparisons = 0;
  const stack: { node: Root['children'][number] | Root; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    comparisons += choose(depth, steps + 1);
    for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
  }
  return comparisons;
}

/** Steps to any descendant or sibling, of the part of the selector that has most. */
function countSteps(selector: string): number {
  const parts = selector.replace(/\s*([>+~(),])\s*/g, '$1').split(/[(),]/);
  return parts.reduce((most, part) => Math.max(most, part.trim().split(/[\s~]+/).length - 1), 0);
}

/** In how many ways so many can be chosen of so many. */
function choose(all: number, chosen: number): number {
  let ways = 1;
  for (let index = 0; index < chosen; index += 1) ways *= Math.max(0, all - index) / (index + 1);
  return ways;
}
