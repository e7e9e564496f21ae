// What every page of the site loads, one file that the browser keeps: the tools of pages and of documents, and what
// speaks to the server.
import './complete-links.ts';
import './document-page.ts';
import './page-tools.ts';
import './edition-notice.ts';
import './offline-state.ts';
