import type { PackageFile } from '../../src/lib/export/package-file.ts';
import { rewritePage } from '../../src/lib/export/rewrite-page.ts';
import type { Volume } from '../../src/lib/export/volume.ts';
import { type Script, scripts } from '../../src/lib/script/scripts.ts';
import type { Catalogue } from '../../src/lib/search/clause.ts';
import type { BuiltSite } from './built-site.ts';
import { bundle } from './bundle.ts';

/** What a copy has no use for: what only a server, other sites or a browser that installs the site ask for. */
const left =
  /^(?:downloads\/|(?:hans|hant)\/(?:downloads|offline|app\.webmanifest|feed\.xml)|offline\/|sw\.js$|share\/|icons\/|pagefind\/|search\/|data\/dts\/|data\/edition\.json|404\.html|_astro\/.*\.js$)/;
/** Data that pages read when they are asked, beside that of each document. */
const asked = /^(?:data\/cite\/[^.]+|(?:hans|hant)\/(?:words\.\w+|collection\/documents))\.json$/;
const script = 'site.js';

/** The site as files that work from a disk and from any server: links are relative, and one classic script serves all pages. */
export async function copySite(
  site: BuiltSite,
  volume: Volume,
  catalogues: Readonly<Record<Script, Catalogue>>,
): Promise<PackageFile[]> {
  const paths = site.list().filter((path) => !left.test(path));
  const there = new Set(paths);
  const rewriting = {
    base: site.settings.base,
    isFile: (path: string) => there.has(path),
    toAddress: volume.toAddress,
    script,
  };
  const files = paths.map((path): PackageFile => {
    const content = site.read(path);
    const isPage = path.endsWith('.html');
    return { path, content: isPage ? rewritePage(content.toString('utf8'), path, rewriting) : content };
  });
  const texts = new Set(volume.entries.map(({ document }) => `data/${document.slug}.json`));
  // What pages read when they are asked is there as scripts too: over `file://` nothing else can be read.
  const data = [
    ...scripts.map((name) => ({ path: `search/${name}.json.js`, json: JSON.stringify(catalogues[name]) })),
    ...paths
      .filter((path) => asked.test(path) || texts.has(path))
      .map((path) => ({ path: `${path}.js`, json: site.read(path).toString('utf8') })),
  ];
  const code = await bundle('src/client/copy/site-copy.ts', {
    replace: {
      'fetch-json.ts': 'src/client/copy/fetch-json.ts',
      'reader/addresses.ts': 'src/client/copy/addresses.ts',
      './twin-page.ts': 'src/client/copy/twin-page.ts',
    },
  });
  return [
    { path: 'README.txt', content: toReadme(volume) },
    ...files,
    ...data.map(({ path, json }) => ({ path, content: `globalThis.dubenData=${json};\n` })),
    { path: script, content: code },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the copy is, for who finds it in twenty years. */
function toReadme({ collection, index, convert, toAddress }: Volume): string {
  const lines = (to: Script) => {
    const edit = (text: string) => convert(text, 'zh-Hans-CN', to);
    return [
      `${edit(collection.title)} ${collection.edition}`,
      edit(collection.description),
      to === 'hans'
        ? '打开 index.html 即可阅读与检索，不用网络。'
        : '開啟 index.html 即可閱讀與檢索，不用網路。',
      edit(collection.rights),
    ];
  };
  const address = toAddress('/');
  return [
    ...lines('hans'),
    '',
    ...lines('hant'),
    ...(address ? ['', address] : []),
    '',
    ...index.sources.map(({ id, name, sha256 }) => `${sha256}  ${id}  ${name}`),
    '',
  ].join('\n');
}
