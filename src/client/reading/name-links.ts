// What a paragraph's small links do is said once, in their labels; who points at one sees it too.
document.addEventListener('pointerover', ({ target }) => {
  if (target instanceof Element && target.matches('.w a'))
    (target as HTMLElement).title = target.ariaLabel ?? '';
});
