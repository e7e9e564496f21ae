declare global {
  /** What the last script of data that ran has brought. */
  var dubenData: unknown;
}

/**
 * The same where the site stands on a disk: nothing can be fetched there, but scripts run, and each file of data stands
 * beside itself as one (`….json.js`). @throws Error where there is none
 */
export function fetchJson<Data>(address: string): Promise<Data> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${address}.js`;
    // A script's `load` follows it at once: no other has run between.
    script.onload = () => {
      script.remove();
      resolve(globalThis.dubenData as Data);
    };
    script.onerror = () => reject(new Error(`${address}: not there`));
    document.head.append(script);
  });
}
