import type { WorkerScope } from './worker-scope.d.ts';

/**
 * The way out for whoever publishes the site: built with `OFFLINE=off`, `sw.js` is this, and every browser that has a
 * worker of the site gets rid of it and of all it kept at its next visit.
 */
const scope = self as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const { scope: root } = scope.registration;
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(`duben ${root} `)).map((name) => caches.delete(name)),
  );
  await scope.registration.unregister();
}
