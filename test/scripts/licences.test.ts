import { expect, test } from 'vitest';
import { makeProject, runScript } from './run-script.ts';

interface Package {
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

/** A project with one dependency, as the lockfile and as its own package.json describe it. */
async function licencesOf(locked: Package, manifest?: object): Promise<[number | null, string]> {
  const packages = { '': { name: 'x' }, 'node_modules/dep': { version: '1.0.0', ...locked } };
  await using project = await makeProject({
    'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }),
    ...(manifest && { 'node_modules/dep/package.json': JSON.stringify(manifest) }),
  });
  const ran = await runScript(process.execPath, ['scripts/licences.mjs', project.path]);
  return [ran.exit, ran.stdout];
}

test('every licence of this project is on the list', async () => {
  const ran = await runScript(process.execPath, ['scripts/licences.mjs']);
  expect(ran).toMatchObject({ exit: 0, stderr: '' });
  expect(ran.stdout).toMatch(/^ {2}dockerode +\d\S+ +Apache-2.0$/m);
});

test.each<[number, string, Package, object?]>([
  [0, 'a licence on the list', { license: 'MIT' }],
  [1, 'one that is not', { license: 'GPL-3.0-only' }],
  [1, 'none at all', {}],
  [
    1,
    'one in the package that the lockfile does not tell',
    { license: 'MIT' },
    { license: 'AGPL-3.0' },
  ],
  [0, 'a choice with one that is on the list', { license: '(MIT OR GPL-3.0-only)' }],
  [1, 'two of which one is not', { license: 'MIT AND GPL-3.0-only' }],
  [0, 'the old way of naming one', {}, { licenses: [{ type: 'MIT' }] }],
  [0, 'an optional package for another system', { optional: true }],
])('exits %i for %s', async (exit, _what, locked, manifest) => {
  expect((await licencesOf(locked, manifest))[0]).toBe(exit);
});

test('packages for development do not count', async () => {
  const ran = await runScript(process.execPath, ['scripts/licences.mjs']);
  expect(ran.stdout).not.toMatch(/^. vitest /m);
});
