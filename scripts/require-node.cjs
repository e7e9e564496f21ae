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
