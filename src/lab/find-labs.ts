import { readdir, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { packageFolder } from './package-folder.ts';

export interface FoundLab {
  /** The folder's name: what stands in a command line. */
  name: string;
  folder: string;
  /** It came with the package; another's lab is asked about before it runs anything. */
  trusted: boolean;
}

/** The folders that labs are looked for in, first wins: the package's, then those of LABS_PATH. */
export function labRoots(env: NodeJS.ProcessEnv): { folder: string; trusted: boolean }[] {
  const others = (env.LABS_PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    { folder: join(packageFolder(), 'labs'), trusted: true },
    ...others.map((folder) => ({ folder: resolve(folder), trusted: false })),
  ];
}

/** Every lab that can be named, in the order of the roots; a folder with a `lab.yaml` is one. */
export async function findLabs(env: NodeJS.ProcessEnv): Promise<FoundLab[]> {
  const found = new Map<string, FoundLab>();
  for (const root of labRoots(env)) {
    const entries = await readdir(root.folder).catch(() => []);
    for (const name of entries.sort()) {
      const folder = join(root.folder, name);
      if (!found.has(name) && (await isLab(folder))) {
        found.set(name, { name, folder, trusted: root.trusted });
      }
    }
  }
  return [...found.values()];
}

/** Whether there is a `lab.yaml` in the folder. */
export async function isLab(folder: string): Promise<boolean> {
  return stat(join(folder, 'lab.yaml')).then(
    () => true,
    () => false,
  );
}
