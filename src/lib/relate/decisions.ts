import type { Relations } from '../../schemas/relations.ts';
import type { Decided } from '../../schemas/relations-data.ts';
import type { Problem } from '../import/problem.ts';
import { sha256 } from '../text/sha256.ts';

/** What an editor has decided on a link, with the clauses it names found in the texts. */
export interface Decision {
  readonly decide: 'add' | 'confirm' | 'reject';
  /** `slug#id` */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const file = 'relations.yaml';

/** The beginning of a text's SHA-256 by which decisions name it. */
export const hashOf = (text: string) => sha256(text).slice(0, 8);

/**
 * Read the clauses that a decision names.
 * @param textOf the published text of a clause, by `slug#id`
 * @param problems where a clause is gone, or its text is another one, is added here
 */
export function readDecision<Given extends Relations['parallels'][number]>(
  given: Given,
  textOf: (address: string) => string | undefined,
  problems: Problem[],
): Given {
  const read = (clause: string) => {
    const [address = '', hash] = clause.split('@');
    const text = textOf(address);
    if (text === undefined)
      problems.push(
        problem(
          'relate/decision-gone',
          `Unexpected ${address}, expected a clause of the collection. Decide again, or take the decision out: ${given.reason}`,
        ),
      );
    else if (hashOf(text) !== hash)
      problems.push(
        problem(
          'relate/decision-changed',
          `Unexpected text of ${address}: its hash is ${hashOf(text)}, expected ${hash}. Read it again, and write ${address}@${hashOf(text)} if the decision holds.`,
        ),
      );
    return address;
  };
  return { ...given, from: read(given.from), to: read(given.to) };
}

/** Which link a decision is about, and how it is called. */
interface Meaning<Link, Made> {
  isMeant(link: Link, decision: Made): boolean;
  nameOf(decision: Made): string;
}

/**
 * Links as an editor leaves them: those rejected are taken out, those confirmed and added carry the reason.
 * @param make the link for a decision to add
 */
export function decide<Link extends { readonly from: string; readonly to: string }, Made extends Decision>(
  found: readonly Link[],
  decisions: readonly Made[],
  { isMeant, nameOf }: Meaning<Link, Made>,
  make: (decision: Made) => Link,
  problems: Problem[],
): (Link & { decided?: Decided })[] {
  const links: ((Link & { decided?: Decided }) | undefined)[] = [...found];
  const decided = new Set<string>();
  for (const decision of decisions) {
    const { decide: how, from, to, reason } = decision;
    const name = nameOf(decision);
    if (decided.has(name)) {
      problems.push(
        problem(
          'relate/decision-twice',
          `Unexpected second decision on ${name}, expected one. Take one out.`,
        ),
      );
      continue;
    }
    decided.add(name);
    const place = links.findIndex((link) => link && isMeant(link, decision));
    const isFound = place >= 0;
    if (isFound === (how === 'add')) {
      const does = isFound ? 'is found without it' : 'is not found';
      const instead = isFound ? 'confirm' : how === 'reject' ? 'no decision' : 'add';
      problems.push(
        problem(
          'relate/decision',
          `Unexpected ${how} of ${from} and ${to}, which ${does}. Expected ${instead}.`,
        ),
      );
    } else if (how === 'add') links.push({ ...make(decision), decided: { how: 'added', reason } });
    else
      links[place] =
        how === 'reject' ? undefined : { ...(links[place] as Link), decided: { how: 'confirmed', reason } };
  }
  return links.filter((link) => link !== undefined);
}

export function problem(rule: string, message: string): Problem {
  return { file, rule, message };
}
