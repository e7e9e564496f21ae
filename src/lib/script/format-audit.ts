import type { ScriptException } from '../../schemas/script-exceptions.ts';
import type { Disagreement, Overruling } from './audit-text.ts';

export interface PlacedDisagreement extends Disagreement {
  readonly place: string;
}

export interface PlacedOverruling extends Overruling {
  readonly place: string;
}

/** The same disagreement wherever it stands: one decision is enough. */
interface Group {
  readonly first: PlacedDisagreement;
  readonly contexts: Map<string, string[]>;
}

/** The audit for a person: every disagreement once, with its contexts, count, places and decision. */
export function formatAudit(
  disagreements: readonly PlacedDisagreement[],
  overrulings: readonly PlacedOverruling[],
  exceptions: readonly ScriptException[],
): { report: string; undecided: number } {
  const groups = new Map<string, Group>();
  for (const found of disagreements) {
    const key = [found.to, found.published, found.converted, found.decision?.text ?? found.context].join(' ');
    const group = groups.get(key) ?? { first: found, contexts: new Map() };
    groups.set(key, group);
    group.contexts.set(found.context, [...(group.contexts.get(found.context) ?? []), found.place]);
  }
  const lines = [...groups.values()]
    .sort((a, b) => Number(!!a.first.decision) - Number(!!b.first.decision))
    .flatMap(formatGroup);
  const unread = exceptions.flatMap((exception) => {
    const places = overrulings.filter((found) => found.exception === exception);
    if (places.length === exception.overrules) return [];
    return [
      `${exception.text} → ${exception.becomes} (${exception.to}) stands against the reading by words in ${places.length} places, ${exception.overrules} were read: UNDECIDED`,
      ...places.map(({ context, place }) => `    …${context.replaceAll('\n', '↵')}…  ${place}`),
      `    Read them; make the exception longer where it is wrong, and state the number: overrules: ${places.length}`,
    ];
  });
  const open = disagreements.filter(({ decision }) => !decision).length;
  const undecided = open + unread.filter((line) => line.endsWith('UNDECIDED')).length;
  return {
    report: [
      ...unread,
      ...lines,
      `${disagreements.length} disagreements, ${disagreements.length - open} decided, ${undecided} undecided; ${exceptions.length} exceptions.`,
    ].join('\n'),
    undecided,
  };
}

function formatGroup({ first, contexts }: Group): string[] {
  const others = first.others.map(({ reading, character }) => `${reading} ${character}`).join(', ');
  const count = [...contexts.values()].reduce((sum, places) => sum + places.length, 0);
  const head = `${first.published} → ${first.converted} (${first.to}), ${others}, ${count}×: ${
    first.decision
      ? `${first.decision.text} → ${first.decision.becomes}, ${first.decision.reason}`
      : 'UNDECIDED'
  }`;
  const where = [...contexts].map(
    ([context, places]) => `    …${context.replaceAll('\n', '↵')}…  ${[...new Set(places)].join(' ')}`,
  );
  if (first.decision) return [head, ...where];
  const add = `- { to: ${first.to}, text: ${JSON.stringify(first.context)}, becomes: ……, reason: …… }`;
  return [
    head,
    ...where,
    `    Decide it in content/script-exceptions.yaml, with as few characters as it needs:  ${add}`,
  ];
}
