import type { Edition } from '../../schemas/editions.ts';
import type { Permalinks } from '../../schemas/permalinks.ts';
import type { Problem } from '../import/problem.ts';
import { toEdition } from './to-edition.ts';

/** An edition as it was committed. */
export interface EditionFile {
  readonly file: string;
  /** Of the file’s bytes. */
  readonly sha256: string;
  readonly edition: Edition;
}

/**
 * Hold the register of ids to every edition: no published id is lost, none stands for other text, none is reused, and
 * where a text went is said. An edition is never changed: each names the hash of the one before it (a change of the newest
 * shows in the history of the repository).
 * @param editions in the order of their dates
 * @param current the edition that the collection says it is
 */
export function checkEditions(
  editions: readonly EditionFile[],
  permalinks: Permalinks,
  permalinksFile: string,
  current: string,
): Problem[] {
  return [
    ...checkChain(editions),
    ...editions.flatMap((edition) => checkIds(edition, permalinks, permalinksFile)),
    ...editions.flatMap((edition) => checkRetired(edition, permalinks, permalinksFile)),
    ...checkMoved(permalinks, permalinksFile),
    ...checkCurrent(editions, permalinks, permalinksFile, current),
  ];
}

function checkChain(editions: readonly EditionFile[]): Problem[] {
  return editions.flatMap(({ file, edition }, index): Problem[] => {
    const before = editions[index - 1];
    const problems: Problem[] = [];
    if (!file.endsWith(`${edition.edition}.json`))
      problems.push({
        file,
        rule: 'editions/name',
        message: `Unexpected edition ${edition.edition} in this file, expected the one it is named after. Restore it from git.`,
      });
    if (edition.previous !== (before?.sha256 ?? null))
      problems.push({
        file: before?.file ?? file,
        rule: 'editions/changed',
        message: `Unexpected SHA-256 ${before?.sha256 ?? 'of no file'}, expected ${edition.previous ?? 'none'}, which ${edition.edition} names as the edition before it. An edition never changes and never goes away: restore it from git.`,
      });
    return problems;
  });
}

function checkIds({ file, edition }: EditionFile, permalinks: Permalinks, permalinksFile: string): Problem[] {
  return Object.entries(edition.documents).flatMap(([slug, ids]) => {
    const registered = permalinks[slug];
    if (!registered)
      return [
        {
          file: permalinksFile,
          rule: 'editions/lost-document',
          message: `Unexpected register without ${slug}, expected it: ${file} published it. Restore its recipe and the register from git.`,
        },
      ];
    return Object.entries(ids).flatMap(([id, sha256]): Problem[] => {
      const entry = registered[id];
      if (!entry)
        return [
          {
            file: permalinksFile,
            rule: 'editions/lost-id',
            message: `Unexpected register without ${slug}#${id}, expected it: ${file} published it. An id never goes away: restore the register from git, and import again.`,
          },
        ];
      if (entry.sha256 === sha256) return [];
      const how = entry.movedTo ? 'retired for' : 'in use for';
      return [
        {
          file: permalinksFile,
          rule: 'editions/reused-id',
          message: `Unexpected ${slug}#${id}, ${how} other text (${entry.sha256.slice(0, 8)}), expected the text that ${file} published (${sha256.slice(0, 8)}). An id never stands for other text: restore the register from git, and import again.`,
        },
      ];
    });
  });
}

function checkRetired(
  { file, edition }: EditionFile,
  permalinks: Permalinks,
  permalinksFile: string,
): Problem[] {
  return Object.entries(edition.retired).flatMap(([slug, ids]) =>
    Object.entries(ids).flatMap(([id, published]): Problem[] => {
      // An id that is in use again has its text back.
      const movedTo = permalinks[slug]?.[id]?.movedTo;
      const say = (to: readonly string[]) => to.join(' and ') || 'nowhere';
      if (!movedTo || say(movedTo) === say(published)) return [];
      return [
        {
          file: permalinksFile,
          rule: 'editions/moved-elsewhere',
          message: `Unexpected ${slug}#${id}, moved to ${say(movedTo)}, expected ${say(published)}, as ${file} published it. Where a text went never changes: restore the register from git; where it goes on from there, retire those ids.`,
        },
      ];
    }),
  );
}

function checkMoved(permalinks: Permalinks, file: string): Problem[] {
  return Object.entries(permalinks).flatMap(([slug, ids]) =>
    Object.entries(ids).flatMap(([id, { movedTo = [] }]) => {
      const lost = movedTo.filter((to) => !ids[to]);
      const isRound = follow(ids, id).has(id);
      return [
        ...lost.map((to) => ({
          file,
          rule: 'editions/moved-nowhere',
          message: `Unexpected ${slug}#${id}, moved to ${to}, which no register has, expected an id of ${slug}. Correct where its text went.`,
        })),
        ...(isRound
          ? [
              {
                file,
                rule: 'editions/moved-round',
                message: `Unexpected ${slug}#${id}, moved to where it came from, expected another id of ${slug}. Correct where its text went.`,
              },
            ]
          : []),
      ];
    }),
  );
}

/** The ids that a text went to, and on from there. */
function follow(ids: Permalinks[string], id: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [...(ids[id]?.movedTo ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(ids[next]?.movedTo ?? []));
  }
  return seen;
}

/** The newest edition is the current one, and its ids are those in use. */
function checkCurrent(
  editions: readonly EditionFile[],
  permalinks: Permalinks,
  file: string,
  current: string,
): Problem[] {
  const newest = editions.at(-1);
  if (newest?.edition.edition !== current)
    return [
      {
        file: newest?.file ?? 'content/editions',
        rule: 'editions/current',
        message: `Unexpected newest edition ${newest?.edition.edition ?? 'none'}, expected ${current}, which content/collection.yaml names. Run \`npm run edition\`, and say in CHANGELOG.md what changed in the texts.`,
      },
    ];
  const inUse = toEdition(permalinks, current, null).documents;
  const next = `The texts have changed: raise \`edition\` in content/collection.yaml, run \`npm run edition\`, and say in CHANGELOG.md what changed.`;
  const retired = Object.entries(newest.edition.documents).flatMap(([slug, ids]) =>
    Object.keys(ids)
      .filter((id) => permalinks[slug]?.[id]?.movedTo)
      .slice(0, 1)
      .map((id) => ({
        file,
        rule: 'editions/unpublished',
        message: `Unexpected ${slug}#${id}, retired, which edition ${current} has in use, expected what it published. ${next}`,
      })),
  );
  const added = Object.entries(inUse).flatMap(([slug, ids]) =>
    Object.keys(ids)
      .filter((id) => !newest.edition.documents[slug]?.[id])
      .slice(0, 1)
      .map((id) => ({
        file,
        rule: 'editions/unpublished',
        message: `Unexpected ${slug}#${id}, which edition ${current} does not have, expected what it published. ${next}`,
      })),
  );
  return [...added, ...retired];
}
