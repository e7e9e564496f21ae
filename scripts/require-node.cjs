// Runs before every command, on any Node: CommonJS without syntax that an old one would stumble over.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  console.error(
    'Duben needs Node 22.18 or newer, found ' +
      process.versions.node +
      ': run `npm ci` without --omit=optional (it brings a current Node for this folder), or install Node 22.18 or newer.',
  );
  process.exit(1);
}

// What Node makes of a module before it runs it, types left out, is kept for the next command: a fifth of a second each.
require('node:module').enableCompileCache?.(
  require('node:path').join(__dirname, '../node_modules/.cache/modules'),
);
