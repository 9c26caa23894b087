import { build } from 'esbuild';
import { expect, it } from 'vitest';

it.each([
  'bind-script',
  'expand',
  'environment',
  'find-lab',
  'find-labs',
  'definition-error',
  'capabilities',
])('%s needs neither the YAML parser nor a schema compiler', async (name) => {
  const { metafile } = await build({
    entryPoints: [`src/lab/${name}.ts`],
    bundle: true,
    write: false,
    outfile: 'out.js',
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const packages = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports.map(({ path }) => path))
    .filter((path) => !path.startsWith('node:'));
  expect(packages.filter((path) => path !== 'fastest-levenshtein')).toEqual([]);
});
