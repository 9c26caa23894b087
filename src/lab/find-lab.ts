import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { exitCodes, Failure } from '../failure.ts';
import { type FoundLab, findLabs, isLab, labRoots } from './find-labs.ts';
import { nearest } from './nearest.ts';

export type { FoundLab };

/**
 * The folder of a lab, by its name (the package's labs, then LABS_PATH) or by a path to the folder
 * or its `lab.yaml`. A path has a slash in it or leads to a lab that no name stands for.
 */
export async function findLab(nameOrPath: string, env: NodeJS.ProcessEnv): Promise<FoundLab> {
  const known = await findLabs(env);
  const named = known.find(({ name }) => name === nameOrPath);
  if (named) return named;
  const path = resolve(nameOrPath);
  const folder = basename(path) === 'lab.yaml' && (await isFile(path)) ? dirname(path) : path;
  if (await isLab(folder)) {
    return { name: basename(folder), folder, trusted: await isShipped(folder, env) };
  }
  if (nameOrPath.includes('/')) {
    throw new Failure('lab.not-there', exitCodes.usage, { path: nameOrPath });
  }
  const names = known.map(({ name }) => name);
  const near = nearest(nameOrPath, names);
  const code = near === undefined ? 'lab.unknown' : 'lab.unknown-near';
  throw new Failure(code, exitCodes.usage, {
    name: nameOrPath,
    nearest: near ?? '',
    known: names.join(', '),
  });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isShipped(folder: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const real = await realpath(folder);
  for (const { folder: root, trusted } of labRoots(env)) {
    const home = await realpath(root).catch(() => root);
    if (trusted && real.startsWith(join(home, sep))) return true;
  }
  return false;
}
