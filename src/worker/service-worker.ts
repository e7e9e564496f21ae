import {
  joinFiles,
  listWanted,
  type ManifestReference,
  type OfflineFile,
  servedBytes,
} from '../lib/offline/manifest.ts';
import type { OfflineState, Report, Wish } from '../lib/offline/messages.ts';
import { answer, type FindFile } from './answer.ts';
import { fetchFile, reasonOf } from './fetch-file.ts';
import { saveFiles } from './save-files.ts';
import { createStore, type Version, type Versions } from './store.ts';
import type { WorkerScope } from './worker-scope.d.ts';

/** Written in when the worker is built: another version of the site is another worker. */
declare const theManifest: ManifestReference;

const scope = self as unknown as WorkerScope;
const root = scope.registration.scope;
const store = createStore(root);
/** How long kept files are trusted unread, in milliseconds. */
const checkEvery = 24 * 60 * 60 * 1000;
/** One at a time; whoever asks while it goes on is answered once more after it, by what there is then. */
let saving: Promise<void> = Promise.resolve();
let isQueued = false;
/** The files of the version in use, once they are known: until the reader chooses others. */
let known: FindFile | undefined;

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => event.waitUntil(fulfil(event.data as Wish)));
scope.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET')
    event.respondWith(findFiles().then((find) => answer(event.request, root, store, find)));
});

/** A first version is in use with its core, and is completed then; a later one is saved whole before it waits. */
async function install(): Promise<void> {
  const isFirst = scope.registration.active === null;
  try {
    const version = await fetchVersion();
    await store.changeVersions((versions) => ({ ...versions, coming: version }));
    const save = async () => {
      const wanted = await wantedFiles(version);
      if (isFirst) await saveFiles(root, store, version.manifest.files, createTeller(), wanted);
      else await saveFiles(root, store, wanted);
    };
    await save();
    // Before this there is no such version, and the one in use stays as it is in any case.
    await store.changeVersions((versions) => ({ ...versions, coming: undefined, next: version }));
    // Again, should another worker have tidied up while this one was not yet known: usually nothing is left to do.
    await save();
  } catch (error) {
    const reason = reasonOf(error);
    // What there is no room for is no use in part; what failed otherwise goes on from here the next time.
    if (reason.why === 'room') await forgetComing().catch(() => {});
    await tell(
      isFirst ? { tell: 'state', state: { kind: 'failed', reason } } : { tell: 'update-failed', reason },
    );
    throw error;
  }
}

async function forgetComing(): Promise<void> {
  await store.changeVersions((versions) => ({ ...versions, coming: undefined }));
  await tidy();
}

async function activate(): Promise<void> {
  // Where nothing can be noted now, it is made up for by `ownVersion`: this worker is in use all the same.
  await promote()
    .then(tidy)
    .catch(() => {});
  await scope.clients.claim();
}

async function fulfil(wish: Wish): Promise<void> {
  if (wish.ask === 'take-over') return scope.skipWaiting();
  if (wish.ask === 'remove') {
    await store.remove();
    return tell({ tell: 'state', state: { kind: 'off' } });
  }
  // Pages ask for nothing after a removal unless the reader wants it anew.
  store.reopen();
  if (wish.ask === 'choose') {
    await store.writeChosen(wish.groups).catch(() => {});
    known = undefined;
  }
  if (!isQueued) {
    isQueued = true;
    saving = saving.then(() => {
      isQueued = false;
      return complete();
    });
  }
  return saving;
}

/** Save what is wanted of the version in use, and tell all pages how it stands. */
async function complete(): Promise<void> {
  let choice: Choice;
  const tellState = (state: OfflineState) => tell({ tell: 'state', state, ...(choice ? { choice } : {}) });
  try {
    const version = (await ownVersion()) ?? (await restoreVersion());
    await checkFiles(version).catch(() => {});
    const tellShare = createTeller();
    let files: readonly OfflineFile[];
    let chosen: readonly string[];
    do {
      chosen = await store.readChosen();
      choice = toChoice(version, chosen);
      files = await wantedFiles(version);
      // Of new lists no file was known before.
      known = undefined;
      await saveFiles(root, store, files, tellShare);
      // The reader may have chosen otherwise meanwhile.
    } while (chosen.join() !== (await store.readChosen()).join());
    await tidy();
    await tellState({
      kind: 'saved',
      served: servedBytes(files),
      edition: version.manifest.edition,
      isWhole: listWanted(version.manifest, chosen).length === Object.keys(version.manifest.groups).length,
    });
  } catch (error) {
    await tellState({ kind: 'failed', reason: reasonOf(error) });
  }
}

/** The version of this worker, if it is noted anywhere: it is the one in use, whatever the notes say of that. */
async function ownVersion(): Promise<Version | undefined> {
  const { active, next, coming } = await store.readVersions();
  if (isOwn(active)) return active;
  const own = [next, coming].find(isOwn);
  if (own) await promote().catch(() => {});
  return own;
}

/** Note that this worker's version is the one in use now. */
function promote(): Promise<void> {
  return store.changeVersions(({ active, next, coming, before }) => ({
    active: [next, coming, active].find(isOwn),
    before: isOwn(active) ? before : active,
    // A later one may be on its way already.
    next: isOwn(next) ? undefined : next,
    coming: isOwn(coming) ? undefined : coming,
  }));
}

const isOwn = (version: Version | undefined) => version?.name === theManifest.sha256;

/** Throw away what no version has, and what the reader does not want any more. Nothing is fetched for it. */
async function tidy(): Promise<void> {
  const { active, next, coming, before } = await store.readVersions();
  const wanted = await Promise.all(
    [active, next, coming].map((version) => (version ? knownFiles(version) : [])),
  );
  await store.keepOnly([...wanted.flat(), ...(before?.manifest.files.filter(isOfOpenPages) ?? [])]);
}

/** Of the version before, pages that are still open ask for nothing but scripts and styles, which have names of their own. */
const isOfOpenPages = ({ path }: OfflineFile) => path.startsWith('_astro/');

/** Read the kept files from time to time: what is damaged is thrown away, and saved again while there is a server. */
async function checkFiles(version: Version): Promise<void> {
  if (Date.now() - (await store.readChecked()) < checkEvery) return;
  const there = await store.list();
  for (const { sha256 } of await knownFiles(version)) if (there.has(sha256)) await store.read(sha256);
  await store.writeChecked(Date.now());
}

async function fetchVersion(): Promise<Version> {
  const bytes = await fetchFile(root, theManifest);
  return { name: theManifest.sha256, manifest: JSON.parse(new TextDecoder().decode(bytes)) };
}

/** The browser threw away what was kept, but not this worker: begin anew. */
async function restoreVersion(): Promise<Version> {
  const active = await fetchVersion();
  await store.changeVersions((versions) => ({ ...versions, active }));
  return active;
}

type Choice = Extract<Report, { tell: 'state' }>['choice'];

/** What there is to choose among, where not everything is saved unasked. */
function toChoice({ manifest }: Version, chosen: readonly string[]): Choice {
  if (manifest.isWhole) return undefined;
  const sizes = Object.entries(manifest.groups).map(([name, { served }]) => [name, served]);
  return { groups: Object.fromEntries(sizes), chosen };
}

/** The lists of what is wanted. What an earlier worker noted of its version names all files at once, in no groups. */
async function wantedLists({ manifest }: Version): Promise<OfflineFile[]> {
  return manifest.groups ? listWanted(manifest, await store.readChosen()) : [];
}

/** All that is wanted of a version: the lists that are not here are fetched. @throws SaveError */
async function wantedFiles(version: Version): Promise<OfflineFile[]> {
  const lists = await wantedLists(version);
  await saveFiles(root, store, lists);
  const read = async (list: OfflineFile) => {
    const kept = await store.read(list.sha256);
    if (kept) return kept;
    // It was there, and damaged.
    const bytes = await fetchFile(root, list);
    await store.write(list.sha256, bytes);
    return bytes;
  };
  const named = await Promise.all(lists.map(async (list) => toFiles(await read(list))));
  return joinFiles([version.manifest.files, lists, ...named]);
}

/** What is wanted of a version, as far as its lists are here. */
async function knownFiles(version: Version): Promise<OfflineFile[]> {
  const lists = await wantedLists(version);
  const kept = await Promise.all(lists.map(({ sha256 }) => store.read(sha256)));
  return joinFiles([version.manifest.files, lists, ...kept.map((bytes) => (bytes ? toFiles(bytes) : []))]);
}

const toFiles = (bytes: ArrayBuffer): OfflineFile[] => JSON.parse(new TextDecoder().decode(bytes));

/** Tells all pages what share is saved, once each percent. */
function createTeller(): (share: number) => void {
  let percent = -1;
  return (share) => {
    if (Math.floor(share * 100) === percent) return;
    percent = Math.floor(share * 100);
    void tell({ tell: 'state', state: { kind: 'saving', share } });
  };
}

/** How the wanted files of the version in use are found by their paths, and scripts of the one before. */
async function findFiles(): Promise<FindFile> {
  if (known) return known;
  const own = await ownVersion().catch(() => undefined);
  const { before } = await store.readVersions().catch((): Versions => ({}));
  const files = [
    ...(before?.manifest.files.filter(isOfOpenPages) ?? []),
    ...(own ? await knownFiles(own).catch(() => own.manifest.files) : []),
  ];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const find: FindFile = (path) => byPath.get(path);
  if (own) known = find;
  return find;
}

async function tell(report: Report): Promise<void> {
  for (const client of await scope.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(report);
}
