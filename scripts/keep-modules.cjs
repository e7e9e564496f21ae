// What Node makes of the modules of a command, their types left out, is kept for its next run: a tenth of a second.
// Not for builds: Astro makes modules of other names each time, and nobody would remove what was kept of them.
var folder = require('node:path').join(__dirname, '../node_modules/.cache/modules');
var enable = require('node:module').enableCompileCache;
if (enable) enable(folder);
