import type { Settings } from '../../src/content/settings.ts';

/** What a validator found wrong, as data. What has no place in its file has no line: a place is never made up. */
export interface Finding {
  /** The path of the file, from the folder that is looked at. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Stable id, e.g. `links/fragment`. */
  readonly rule: string;
  readonly message: string;
}

/** What a validator looks at. */
export interface Built {
  /** The built folder. */
  readonly dist: string;
  /** What it was built with. */
  readonly settings: Settings;
  /** The paths of all files, with `/`, in the order of their code points. */
  readonly files: readonly string[];
}

/** Where the site stands; one that does not know its own address stands somewhere, so that addresses can be read. */
export function rootOf({ settings: { site = 'https://site.invalid', base } }: Built): string {
  return new URL(base, site).href;
}

export interface Validation {
  /** How many files were looked at. */
  readonly files: number;
  readonly findings: readonly Finding[];
  /** Why nothing was looked at, in a sentence that says what to do. */
  readonly skipped?: string;
}

export type Validator = (built: Built) => Validation | Promise<Validation>;

/** A finding as one line: `file:line:column rule message`. */
export function formatFinding({ file, line, column, rule, message }: Finding): string {
  const place = [file, line, line && column].filter((part) => part !== undefined).join(':');
  return `${place} ${rule} ${message}`;
}
