/** The tools of a converted view come where there is one; another script may come in the place of this one. */
const loadTools = () => document.querySelector('converted-text') && void import('./converted-text.ts');

loadTools();
document.addEventListener('textchange', loadTools);
