import type { OfflineState, Reason, Report, Wish } from '../../lib/offline/messages.ts';
import { readSetting, storeSetting } from '../settings.ts';
import { sparesData } from '../spares-data.ts';

/** How it stands with the copy of the site on this device, as a page sees it. */
export interface SavedSite {
  readonly state: OfflineState | { readonly kind: 'none' | 'spared' | 'unsupported' };
  readonly choice?: Extract<Report, { tell: 'state' }>['choice'];
  /** A whole new version that waits, one that another page took, or why one was not saved whole. */
  readonly update?: 'ready' | 'taken' | Reason;
}

/** The reader's own word: `on` also where the connection is to be spared, `off` for nothing at all. */
const setting = 'offline';
/** How long the worker may say nothing before it is asked again: browsers stop it as they like. Milliseconds. */
const patience = 3000;
/** After how long a server that did not answer is asked again, in milliseconds. */
const retryAfter = 30_000;
/** How often it is asked so where nothing is ever heard. */
const mostAsked = 20;
/** How often a page that stays open asks for a new version, in milliseconds. */
const updateEvery = 60 * 60 * 1000;

let site: SavedSite = { state: { kind: 'none' } };
let registration: ServiceWorkerRegistration | undefined;
/** Whether this page asked for the new version: it goes on with it at once. */
let isTaking = false;
const listeners = new Set<(site: SavedSite) => void>();
let isStarted = false;

/**
 * Follow how it stands. The first who does has the site saved, unless the reader or the browser is against it.
 * @param stay for as long as which it is followed
 */
export function watchSavedSite(root: string, listener: (site: SavedSite) => void, stay?: AbortSignal): void {
  listeners.add(listener);
  stay?.addEventListener('abort', () => listeners.delete(listener));
  listener(site);
  if (isStarted) return;
  isStarted = true;
  if (navigator.serviceWorker) start(root);
  else change({ state: { kind: 'unsupported' } });
}

function start(root: string): void {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => hear(data, root));
  let hadWorker = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isTaking) location.reload();
    else if (hadWorker) change({ update: 'taken' });
    hadWorker = true;
  });
  addEventListener('online', () => site.state.kind === 'failed' && void keep(root));
  setInterval(() => void registration?.update().catch(() => {}), updateEvery);

  // The page comes first.
  if (document.readyState === 'complete') void begin(root);
  else addEventListener('load', () => void begin(root), { once: true });
}

/** Have the site saved, unless the reader does not want it, or the connection is to be spared and nothing is there yet. */
async function begin(root: string): Promise<void> {
  const isSpared = sparesData() && readSetting(setting) !== 'on' && !(await findRegistration(root));
  // A worker that is there all the same would answer with what it had, for good.
  if (isOff() && (await findRegistration(root))) await removeSite(root);
  else if (isOff()) change({ state: { kind: 'off' } });
  else if (isSpared) change({ state: { kind: 'spared' } });
  else await keep(root);
}

/** Asked each time: another page of the site may be where the reader says so. */
const isOff = () => readSetting(setting) === 'off';

const findRegistration = (root: string) =>
  navigator.serviceWorker.getRegistration(new URL(root, location.href).href).catch(() => undefined);

/** Save the site on this device; `groups` where the reader chooses. */
export async function saveSite(root: string, groups?: readonly string[]): Promise<void> {
  storeSetting(setting, 'on');
  // Asks the reader in some browsers: only here, where they have just said that they want it.
  void navigator.storage?.persist?.().catch(() => {});
  await keep(root, groups ? { ask: 'choose', groups } : { ask: 'keep' });
}

/** Remove what is saved, and save nothing until the reader asks for it. */
export async function removeSite(root: string): Promise<void> {
  storeSetting(setting, 'off');
  clearTimeout(timer);
  const found = await findRegistration(root);
  // Whatever worker is at it stops; it may live on as long as a page of it is open.
  for (const worker of [found?.installing, found?.waiting, found?.active])
    worker?.postMessage({ ask: 'remove' } satisfies Wish);
  await found?.unregister();
  const kept = `duben ${new URL(root, location.href).href} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(kept)).map((name) => caches.delete(name)));
  registration = undefined;
  change({ state: { kind: 'off' }, choice: undefined, update: undefined });
}

/** Go on with the newest version there is: the one that waits, else what the server has. */
export async function takeUpdate(): Promise<void> {
  await registration?.update().catch(() => {});
  if (registration?.installing) await isSettled(registration.installing);
  if (!registration?.waiting) return location.reload();
  isTaking = true;
  registration.waiting.postMessage({ ask: 'take-over' } satisfies Wish);
}

/** Have a worker, a new one where the last was stopped before it was ready, and ask it to save what is wanted. */
async function keep(root: string, wish: Wish = { ask: 'keep' }): Promise<void> {
  if (isOff()) return change({ state: { kind: 'off' } });
  try {
    const found = await navigator.serviceWorker.register(`${root}sw.js`, { updateViaCache: 'none' });
    if (found !== registration) {
      registration = found;
      found.addEventListener('updatefound', () => void hearUpdate(found));
      void hearUpdate(found);
    }
    listen(root);
    (await navigator.serviceWorker.ready).active?.postMessage(wish);
  } catch (error) {
    // A worker that cannot be fetched, or is none, is a TypeError; everything else is the browser's refusal.
    const why = error instanceof TypeError ? 'worker' : 'refused';
    change({ state: { kind: 'failed', reason: { why } } });
  }
}

/** A worker that is ready and waits is an update, unless it is the first, which waits for nobody. */
async function hearUpdate(found: ServiceWorkerRegistration): Promise<void> {
  if (found.installing) await isSettled(found.installing);
  if (found.active && found.waiting) change({ update: 'ready' });
}

/** Until a worker that is being made ready is, or is not to be. */
function isSettled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => worker.state !== 'installing' && resolve();
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Begin again where nothing is heard: browsers stop workers as they like. */
function listen(root: string): void {
  clearTimeout(timer);
  const { state } = site;
  const isGone = state.kind === 'failed' && state.reason.why === 'unreachable';
  if ((state.kind !== 'none' && state.kind !== 'saving' && !isGone) || asked >= mostAsked) return;
  timer = setTimeout(
    () => {
      asked += 1;
      void keep(root);
    },
    isGone ? retryAfter : patience,
  );
}
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

function hear(report: Report, root: string): void {
  asked = 0;
  if (report.tell === 'update-failed') {
    // One that is ready stays so.
    if (site.update !== 'ready') change({ update: report.reason });
  }
  // What a worker says that was removed meanwhile is not so any more.
  else if (isOff()) change({ state: { kind: 'off' } });
  else {
    const { state, choice } = report;
    change({ state, ...(state.kind === 'saving' ? {} : { choice }) });
    // The site may have changed under a version that was not complete: then there is a newer one.
    if (state.kind === 'failed' && /content|status/.test(state.reason.why))
      void registration?.update().catch(() => {});
  }
  listen(root);
}

function change(changed: Partial<SavedSite>): void {
  site = { ...site, ...changed };
  for (const listener of listeners) listener(site);
}
