import type { Judged } from './create-verifier.ts';
import { joinUnits, type Unit } from './read-passage.ts';

/** Lines that may be one sentence, wrapped by a column. */
const mostLines = 12;

/**
 * Judge the units of a passage one after the other. Lines that no mark ends are first taken for one sentence that a
 * column has wrapped: if it stands in the texts, it is one.
 */
export async function judgePassage(
  units: readonly Unit[],
  judge: (unit: Unit) => Promise<Judged>,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (let at = 0; at < units.length; ) {
    const wrapped = takeWrapped(units.slice(at, at + mostLines));
    const joined = wrapped.length > 1 ? await judge(joinUnits(wrapped)) : undefined;
    if (joined?.kind === 'verbatim' || joined?.kind === 'alike') {
      judged.push(joined);
      at += wrapped.length;
    } else {
      for (const unit of wrapped) judged.push(await judge(unit));
      at += wrapped.length;
    }
  }
  return judged;
}

/** Units up to the first that a mark ends, with it. */
function takeWrapped(units: readonly Unit[]): readonly Unit[] {
  const end = units.findIndex(({ isEnded }) => isEnded);
  return end < 0 ? units : units.slice(0, end + 1);
}
