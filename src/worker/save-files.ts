import { type OfflineFile, servedBytes } from '../lib/offline/manifest.ts';
import { fetchFile } from './fetch-file.ts';
import type { Store } from './store.ts';

/** Files that are asked for at a time: as many as browsers ask one host for. */
const atOnce = 6;

/**
 * Save files, those that are there already left alone.
 * @param tellShare is told what share is there
 * @param all what it is a share of: these files, or those that are saved after them too
 * @throws SaveError of the first that fails; what was saved before it stays
 */
export async function saveFiles(
  root: string,
  store: Store,
  files: readonly OfflineFile[],
  tellShare: (share: number) => void = () => {},
  all: readonly OfflineFile[] = files,
): Promise<void> {
  const there = await store.list();
  // Files of the same bytes are one.
  const missingOf = (list: readonly OfflineFile[]) => [
    ...new Map(list.filter(({ sha256 }) => !there.has(sha256)).map((file) => [file.sha256, file])).values(),
  ];
  const missing = missingOf(files);
  let left = servedBytes(missingOf(all));
  const queue = missing.values();
  const saveNext = async (): Promise<void> => {
    for (const file of queue) {
      await store.write(file.sha256, await fetchFile(root, file));
      left -= file.served;
      tellShare(1 - left / servedBytes(all));
    }
  };
  if (missing.length > 0) tellShare(1 - left / servedBytes(all));
  await Promise.all(Array.from({ length: atOnce }, saveNext));
}
