import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadLab } from '../../src/lab/load-lab.ts';
import { tempFolder } from '../temp-folder.ts';
import { env, valid } from './problems-of.ts';

const original = await loadLab(join(valid, 'everything'), env);

async function digestAfter(change: (root: string) => Promise<void>): Promise<string> {
  const root = await tempFolder();
  await cp(valid, root, { recursive: true });
  await change(root);
  return (await loadLab(join(root, 'everything'), env)).digest;
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

it('is the same for a copy elsewhere, with other white space and comments', async () => {
  const digest = await digestAfter(async (root) => {
    const path = join(root, 'everything/lab.yaml');
    await edit(path, 'minutes: 60', '# an hour\nminutes:   60');
    await edit(path, 'id: everything', 'id: "everything"');
  });
  expect(digest).toBe(original.digest);
});

it.each([
  ['a value', 'everything/lab.yaml', 'minutes: 60', 'minutes: 61'],
  ['an operation', 'everything/lab.yaml', 'docker stop', 'docker kill'],
  ['the order of steps', 'everything/lab.yaml', 'id: two', 'id: three'],
  ['the text of an included step', 'library/again.md', 'Run', 'Start'],
])('changes with %s', async (_, path, from, to) => {
  expect(await digestAfter((root) => edit(join(root, path), from, to))).not.toBe(original.digest);
});

it('changes with the end of a text file', async () => {
  const digest = await digestAfter((root) => appendFile(join(root, 'library/again.md'), '\n'));
  expect(digest).not.toBe(original.digest);
});
