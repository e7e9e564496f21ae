import type { Report } from '../lib/offline/messages.ts';
import { createStore } from './store.ts';
import type { WorkerScope } from './worker-scope.d.ts';

/**
 * The way out for whoever publishes the site: built with `OFFLINE=off`, `sw.js` is this, and every browser that has a
 * worker of the site gets rid of it and of all it kept at its next visit.
 */
const scope = self as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  await createStore(scope.registration.scope).remove();
  // So that pages do not ask again and again.
  const report: Report = { tell: 'state', state: { kind: 'off' } };
  for (const client of await scope.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(report);
  await scope.registration.unregister();
}
