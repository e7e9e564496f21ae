import type { Finding, LintedElement } from './linted.ts';
import { readPolicy } from './read-policy.ts';

/** Links that make a browser fetch something. */
const loadingLink =
  /^(?:stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)$/;
const loading = new Set(['script', 'style', 'img', 'source', 'video', 'audio', 'track', 'image', 'use']);

/** Whether an element makes a browser load or apply something that a policy could refuse. */
function isLoading({ name, attributes }: LintedElement): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  return loading.has(name) || (name === 'link' && relations.some((relation) => loadingLink.test(relation)));
}

/** Whether an element states the policy of its page. */
export function isPolicy({ name, attributes }: LintedElement): boolean {
  return name === 'meta' && attributes.get('http-equiv')?.trim().toLowerCase() === 'content-security-policy';
}

/** A page has one policy, before anything it loads, and nothing in it is unsafe by its own word. */
export function findPolicyFaults(
  elements: readonly LintedElement[],
): { element: LintedElement | undefined; finding: Finding }[] {
  const policies = elements.filter(isPolicy);
  const [first, second] = policies;
  const rule = 'site/policy';
  if (!first || second)
    return [
      {
        element: second,
        finding: { rule, found: `${policies.length} policies`, expected: 'one for the page' },
      },
    ];
  const content = first.attributes.get('content') ?? '';
  const unsafe = [...readPolicy(content).values()].flat().filter((source) => /unsafe/i.test(source));
  const early = elements.slice(0, elements.indexOf(first)).find(isLoading);
  return [
    ...unsafe.map((source) => ({
      element: first,
      finding: { attribute: 'content', rule, found: source, expected: 'sources that are safe' },
    })),
    ...(early
      ? [
          {
            element: early,
            finding: { rule, found: `<${early.name}> before the policy`, expected: 'it after that' },
          },
        ]
      : []),
  ];
}
