import { rolldown } from 'rolldown';

/**
 * A module of the browser's and all it imports as one classic script, which runs where modules do not: over `file://`,
 * and as a worker in every browser.
 * @param define what names of constants stand for, as JSON
 * @param replace modules that others stand in for, by the end of their paths
 */
export async function bundle(
  entry: string,
  { define = {}, replace = {} }: { define?: Record<string, string>; replace?: Record<string, string> } = {},
): Promise<string> {
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    logLevel: 'warn',
    transform: { define, target: 'es2022' },
    plugins: [
      {
        name: 'replace-modules',
        async resolveId(source, importer) {
          const [, other] = Object.entries(replace).find(([end]) => source.endsWith(end)) ?? [];
          // What stands in for a module may itself be made of it.
          return other && importer && !importer.endsWith(other) ? this.resolve(other) : null;
        },
      },
    ],
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
  await build.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error(`${entry} made ${output.length} files, expected one.`);
  return chunk.code;
}
