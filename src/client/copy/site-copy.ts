// All of the site's elements as one classic script, for the copy that is taken away: over `file://` no module runs.
// What speaks to the server is left out: the notices of newer editions, and saving for reading offline.
import '../choose-script.ts';
import '../citation-formats.ts';
import '../cite-tools.ts';
import '../converted-text.ts';
import '../find-in-document.ts';
import '../page-contents.ts';
import '../search-box.ts';
import '../search-page.ts';
import '../shortcut-list.ts';
import '../toggle-script.ts';
import '../verify-passage.ts';
