import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readCollection } from '../src/content/content-files.ts';
import type { PackageFile } from '../src/lib/export/package-file.ts';
import { checkBag, toBag } from '../src/lib/export/to-bag.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    out: { type: 'string', default: 'bag' },
    /** Only check the bag that is there. */
    check: { type: 'boolean', default: false },
  },
});

if (!values.check) {
  if (!existsSync(values.content)) {
    console.error(`No folder ${values.content}. Name another with --content.`);
    process.exit(1);
  }
  if (!isFree(values.out)) {
    console.error(`${values.out} is there and is no bag: name another folder, or remove it.`);
    process.exit(1);
  }
  // What begins with a dot is of a command or a system: a lock, what is being written.
  const own = readFiles(values.content).filter(({ path }) => !/(?:^|\/)\./.test(path));
  const bag = toBag(own, readCollection(values.content));
  // Beside the last one until it is whole.
  const fresh = `${values.out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  for (const { path, content } of bag) {
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  rmSync(values.out, { recursive: true, force: true });
  renameSync(fresh, values.out);
}
if (!existsSync(values.out)) {
  console.error(`No bag in ${values.out}: run \`npm run bag\`.`);
  process.exit(1);
}
const files = readFiles(values.out);
const problems = checkBag(files);
for (const problem of problems) console.error(join(values.out, problem));
if (problems.length > 0) process.exit(1);
console.log(
  `${values.out}/ is a valid bag of ${files.filter(({ path }) => path.startsWith('data/')).length} files.`,
);

/** Whether a folder can be taken: it is not there, has nothing in it, or is an earlier bag. */
function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0 || existsSync(join(folder, 'bagit.txt'));
}

function readFiles(folder: string): PackageFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return { path: file.slice(join(folder, sep).length).split(sep).join('/'), content: readFileSync(file) };
    });
}
