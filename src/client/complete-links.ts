// Where the site does not know its own address, the page does: what says where it is, and where in the other script, has
// to name a host.
for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="canonical"], link[hreflang]'))
  link.setAttribute('href', link.href);
