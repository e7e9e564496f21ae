/**
 * Finding in the document comes when it is asked for, by the address or by a button: the bar is there at once, and what is
 * typed into it is looked for as soon as it can be.
 */
const loadBar = () => import('./find-in-document.ts');
const isAsked = () =>
  document.querySelector('find-in-document') && new URLSearchParams(location.search).has('q');

if (isAsked()) void loadBar();
addEventListener('popstate', () => isAsked() && void loadBar());
document.addEventListener('click', ({ target }) => {
  const bar = document.querySelector<HTMLElement>('find-in-document');
  if (!bar || !(target instanceof Element) || !target.closest('[data-do="find"]')) return;
  bar.hidden = false;
  bar.querySelector('input')?.focus();
  void loadBar();
});
