import { readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Lab, Text } from './lab.ts';
import { digestFile, shippedFolder } from './shipped.ts';

/** A lab as a list shows it. */
export interface ListedLab {
  id: string;
  title: Text;
  summary: Text;
  minutes: number;
  steps: number;
  folder: string;
}

/** The list as the build wrote it: what it says, and the digest of the file that says it. */
export type LabIndex = Record<string, { listed: Omit<ListedLab, 'folder'>; digest: string }>;

/** The labs of the package and of `LABS_PATH`, by id. Those that the build knows are not parsed. */
export async function listLabs(env: NodeJS.ProcessEnv): Promise<ListedLab[]> {
  const roots = [
    join(packageRoot, 'labs'),
    ...(env.LABS_PATH ?? '').split(delimiter).filter(Boolean),
  ];
  const index = await readIndex();
  const listed = await Promise.all(roots.map((root, i) => listRoot(root, i === 0 ? index : {})));
  return listed.flat().sort((a, b) => a.id.localeCompare(b.id));
}

export function listLab({ id, title, summary, minutes, steps }: Lab): Omit<ListedLab, 'folder'> {
  return { id, title, summary, minutes, steps: steps.length };
}

async function readIndex(): Promise<LabIndex> {
  try {
    return JSON.parse(await readFile(join(shippedFolder, 'index.json'), 'utf8')) as LabIndex;
  } catch {
    return {};
  }
}

async function listRoot(root: string, index: LabIndex): Promise<ListedLab[]> {
  const names = await readdir(root).catch(() => [] as string[]);
  const found = await Promise.all(names.map((name) => listFolder(join(root, name), index[name])));
  return found.filter((lab) => lab !== undefined);
}

async function listFolder(
  folder: string,
  known: LabIndex[string] | undefined,
): Promise<ListedLab | undefined> {
  const definition = await readFile(join(folder, 'lab.yaml')).catch(() => undefined);
  if (!definition) return undefined;
  if (known && known.digest === digestFile(definition)) return { ...known.listed, folder };
  const { loadLab } = await import('./load-lab.ts');
  try {
    return { ...listLab(await loadLab(folder)), folder };
  } catch {
    // A broken lab is `validate`'s to explain; it must not hide the others.
    return undefined;
  }
}
