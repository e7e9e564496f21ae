// What the page of a document has beside it.
import './cite-tools.ts';
import './notes/local-notes.ts';
import './open-converted.ts';
import './open-find.ts';
import './reading/name-links.ts';
import './reading/page-contents.ts';
import './reading/reading-bar.ts';
import './reading/vertical-wheel.ts';
