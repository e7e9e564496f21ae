// All of the site's elements as one classic script, for the copy that is taken away: over `file://` no module runs.
// What speaks to the server is left out: the notices of newer editions, and saving for reading offline.
import '../choose-script.ts';
import '../citation-formats.ts';
import '../document-page.ts';
import '../notes/notes-page.ts';
import '../page-tools.ts';
import '../search-page.ts';
import '../verify-passage.ts';
