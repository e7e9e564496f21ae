import type { Problem } from '../import/problem.ts';

/**
 * A problem with the place in a file of the editor's that it is about: the line that names the clause or the title of
 * its message, and the other clause, if there is one, on it or the next. A problem that names none has no place.
 */
export function locateProblem(problem: Problem, file: string, text: string): Problem {
  const [name, other = ''] =
    problem.message.match(/[a-z0-9-]+#[a-z0-9-]+|(?<=Unexpected (?:second )?)\p{Script=Han}\S*(?=,)/gu) ?? [];
  const lines = text.split('\n');
  const index = lines.findIndex(
    (line, at) =>
      name !== undefined && line.includes(name) && `${line}${lines[at + 1] ?? ''}`.includes(other),
  );
  if (index < 0 || name === undefined) return { ...problem, file };
  const column = Array.from((lines[index] ?? '').split(name)[0] ?? '').length + 1;
  return { ...problem, file, position: { line: index + 1, column } };
}
