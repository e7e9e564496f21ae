import { coreGroup, type OfflineFile, type OfflineManifest, searchGroup, servedBytes } from './manifest.ts';

/** What an offline manifest is made of. */
export interface OfflineInput {
  readonly edition: string;
  /** Every file of the built site. */
  readonly files: readonly Omit<OfflineFile, 'groups'>[];
  readonly documents: readonly { readonly slug: string; readonly source: string }[];
  /** Bytes as served up to which everything is saved unasked. */
  readonly limit: number;
  /** Whether search asks the Pagefind index. */
  readonly hasIndex: boolean;
}

/** What has to be asked for, what hosts read or answer otherwise than as a file, and the worker itself. */
const unsaved = /^(?:data\/edition\.json|sw\.js|404\.html|CNAME|robots\.txt|_headers|_redirects|\..*)$/;

/**
 * What of a built site can be saved. Not the received bytes and the downloads, which nobody is given unasked; not the
 * share images, which other sites show; not what says which edition is the newest, which has to be asked for.
 */
export function toManifest({ edition, files, documents, limit, hasIndex }: OfflineInput): OfflineManifest {
  const folders = [
    'data/sources/',
    'downloads/',
    'data/dts/',
    'share/',
    'offline/',
    ...(hasIndex ? [] : ['pagefind/']),
  ];
  const isLeft = (path: string) =>
    (folders.some((folder) => path.startsWith(folder)) && path !== 'downloads/index.html') ||
    unsaved.test(path);
  const saved = files
    .filter(({ path }) => !isLeft(path))
    .map((file) => ({ ...file, groups: groupsOf(file.path, documents) }));
  return { edition, isWhole: servedBytes(saved) <= limit, files: saved };
}

/** What a file belongs to, by its path: pages and data of documents have their slugs in it, sources theirs. */
function groupsOf(path: string, documents: OfflineInput['documents']): string[] {
  if (/^(?:search|pagefind)\//.test(path)) return [searchGroup];
  const [, folder, name = ''] =
    /^(?:hans|hant|data)\/(?:(sources|cite|collate|compare)\/)?([^/.]+)(?:\/index\.html|\.[a-z.]+)$/.exec(
      path,
    ) ?? [];
  const slugs = documents.map(({ slug }) => slug);
  const found = documents
    .filter(({ slug, source }) => {
      if (folder === 'sources') return source === name;
      if (folder === 'compare')
        return slugs.some((other) => name === `${slug}-vs-${other}` || name === `${other}-vs-${slug}`);
      return slug === name;
    })
    .map(({ slug }) => slug);
  return found.length > 0 ? found : [coreGroup];
}
