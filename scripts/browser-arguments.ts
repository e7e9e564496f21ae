/** Chromium as tests need it: quiet, and as root without its sandbox, which root cannot have. */
export const browserArguments: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Parts of the browser's own window, which nobody sees: they take as long as the page.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
