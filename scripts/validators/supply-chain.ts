import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Validation } from './validator.ts';

type Versions = Readonly<Record<string, string>>;

export interface PackageManifest {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

export interface Lock {
  /** By path, `node_modules/a/node_modules/b`; the project itself is at the empty one. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** What the checks read, as text. */
export interface ProjectFiles {
  readonly manifest: PackageManifest;
  readonly lock: Lock;
  readonly readme: string;
  readonly npmSettings: string;
}

/** Packages that bring an install script, and why nothing is missed where it does not run. */
const needless: Readonly<Record<string, string>> = {
  esbuild:
    'looks whether the binary of the platform’s package runs, and puts it in place of a script that starts it',
};

/** Hold the project’s dependencies to what it promises of them; of the folder that is built nothing is looked at. */
export function validateSupplyChain(project = '.'): Validation {
  const read = (name: string) => readFileSync(join(project, name), 'utf8');
  const findings = checkSupplyChain({
    manifest: JSON.parse(read('package.json')),
    lock: JSON.parse(read('package-lock.json')),
    readme: read('README.md'),
    npmSettings: read('.npmrc'),
  });
  return { files: 4, findings };
}

/**
 * Every direct dependency has an exact version and its reason in the README's table, which lists no other; the lock file
 * has every package with its hash, those of other platforms among them; install scripts are off, and none is needed.
 */
export function checkSupplyChain({ manifest, lock, readme, npmSettings }: ProjectFiles): Finding[] {
  const direct = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };
  const findings: Finding[] = [];
  const report = (file: string, rule: string, message: string) => findings.push({ file, rule, message });

  const reasons = readReasons(readme);
  for (const [name, version] of Object.entries(direct)) {
    if (!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version))
      report('package.json', 'supply-chain/version', `Unexpected ${name} ${version}, expected one version.`);
    if (!reasons.get(name))
      report(
        'README.md',
        'supply-chain/reason',
        `Unexpected ${name} without a reason in the table of dependencies.`,
      );
    const locked = lock.packages[`node_modules/${name}`]?.version;
    if (locked !== version)
      report('package-lock.json', 'supply-chain/lock', `Unexpected ${name} ${locked}, expected ${version}.`);
  }
  for (const name of reasons.keys())
    if (!(name in direct))
      report('README.md', 'supply-chain/reason', `Unexpected ${name} in the table, expected a dependency.`);

  for (const [path, locked] of Object.entries(lock.packages)) {
    if (path !== '' && !locked.integrity && !locked.link && !locked.inBundle)
      report('package-lock.json', 'supply-chain/integrity', `Unexpected ${path} without a hash.`);
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies }))
      if (!resolveFrom(path, name, lock))
        report(
          'package-lock.json',
          'supply-chain/missing',
          `Unexpected ${path || 'project'} without ${name}: \`npm ci\` fails.`,
        );
    const name = path.replace(/^.*node_modules\//, '');
    if (locked.hasInstallScript && !(name in needless))
      report(
        'package-lock.json',
        'supply-chain/install-script',
        `Unexpected install script of ${name}, expected none. See whether it works without, and say why in scripts/validators/supply-chain.ts.`,
      );
  }
  if (!/^ignore-scripts\s*=\s*true\s*$/m.test(npmSettings))
    report(
      '.npmrc',
      'supply-chain/install-script',
      'Unexpected install scripts, expected `ignore-scripts=true`.',
    );
  return findings;
}

/** The reason of each package in the README's table of dependencies; a row may have several packages. */
function readReasons(readme: string): Map<string, string> {
  const table = /\| package \| why \|\n\| --- \| --- \|\n((?:\|.*\|\n)+)/.exec(readme)?.[1] ?? '';
  return new Map(
    table
      .trim()
      .split('\n')
      .flatMap((row) => {
        const [, names = '', reason = ''] = /^\| (.*?) \| (.*) \|$/.exec(row) ?? [];
        return names.split(',').map((name): [string, string] => [name.trim(), reason.trim()]);
      })
      .filter(([name]) => name !== ''),
  );
}

/** Whether a package finds another, as Node looks for it: beside it, then in the folders above. */
function resolveFrom(path: string, name: string, lock: Lock): boolean {
  for (let folder = path; ; folder = folder.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
