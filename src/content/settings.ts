/** What a build can be told: by the environment, or by the options of `npm run build`, which set the same names. */
export interface Settings {
  /** `CONTENT`: the folder of the collection. */
  readonly content: string;
  /** `SITE_URL`: the site's own address, with its protocol and host; undefined where it does not know it. */
  readonly site: string | undefined;
  /** `BASE_PATH`: the path it is published under, with a slash at both ends. */
  readonly base: string;
  /** `OFFLINE`: whether readers' browsers keep the site. */
  readonly keepsOffline: boolean;
  /** `SEARCH_LIMIT`: clauses up to which all of them are shipped and read (about 1 MB compressed). */
  readonly searchLimit: number;
  /** `INDEX_LIMIT`: clauses up to which one index is made of them; of more, several, which takes no more memory. */
  readonly indexLimit: number;
  /** `PAGE_LIMIT`: documents, or instruments, on one page of their list. */
  readonly pageLimit: number;
  /**
   * `FORMAT_LIMIT`: documents up to which each is there in every format, for programs (DTS) and as an image, with a page of
   * its citations, and pages are whole without their script.
   */
  readonly formatLimit: number;
  /** `OFFLINE_LIMIT`: bytes as served up to which the whole site is saved unasked. */
  readonly offlineLimit: number;
}

/** The defaults of the settings that are numbers, each with the name it has in the environment. */
export const limits = {
  searchLimit: ['SEARCH_LIMIT', 10_000, 'clauses'],
  indexLimit: ['INDEX_LIMIT', 15_000, 'clauses'],
  pageLimit: ['PAGE_LIMIT', 200, 'entries'],
  formatLimit: ['FORMAT_LIMIT', 200, 'documents'],
  offlineLimit: ['OFFLINE_LIMIT', 5_000_000, 'bytes'],
} as const satisfies Partial<
  Record<keyof Settings, readonly [name: string, otherwise: number, what: string]>
>;

/**
 * Read the settings. What is empty counts as left out.
 * @throws Error with the name of a setting that cannot be read, what it was and what it can be.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const readLimit = (key: keyof typeof limits): number => {
    const [name, otherwise, what] = limits[key];
    const value = given(name);
    if (value === undefined) return otherwise;
    if (/^\d{1,15}$/.test(value)) return Number(value);
    throw new Error(
      `Unexpected ${name} ${value}, expected a number of ${what}. Correct it, or leave it out.`,
    );
  };
  return {
    content: given('CONTENT') ?? 'content',
    site: readSite(given('SITE_URL')),
    base: readBase(given('BASE_PATH')),
    keepsOffline: given('OFFLINE') !== 'off',
    searchLimit: readLimit('searchLimit'),
    indexLimit: readLimit('indexLimit'),
    pageLimit: Math.max(1, readLimit('pageLimit')),
    formatLimit: readLimit('formatLimit'),
    offlineLimit: readLimit('offlineLimit'),
  };
}

function readSite(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash)
    return url.origin;
  throw new Error(
    `Unexpected SITE_URL ${given}, expected a protocol and a host as in https://texts.example; a path is BASE_PATH. Correct it.`,
  );
}

function readBase(given = '/'): string {
  const base = `/${given}/`.replace(/\/{2,}/g, '/');
  if (/^[/\w.~-]+$/.test(base) && !base.split('/').some((part) => /^\.+$/.test(part))) return base;
  throw new Error(
    `Unexpected BASE_PATH ${given}, expected a path of letters, digits, hyphens and slashes as in /texts/. Correct it.`,
  );
}

/** An address of the site with its host, where the site knows its own; undefined where it does not. */
export function toAbsoluteUnder(site: Settings['site']): (address: string) => string | undefined {
  return (address) => (site ? new URL(address, site).href : undefined);
}

/** The same of a path below the site's root: its base path goes before it. */
export function toAddressUnder({
  site,
  base,
}: Pick<Settings, 'site' | 'base'>): (path: string) => string | undefined {
  const toAbsolute = toAbsoluteUnder(site);
  return (path) => toAbsolute(base + path.replace(/^\//, ''));
}
