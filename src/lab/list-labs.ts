import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLabs } from './find-labs.ts';
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

/** The labs of the package and of `LABS_PATH`. Those that the build knows are not parsed. */
export async function listLabs(env: NodeJS.ProcessEnv): Promise<ListedLab[]> {
  const [found, index] = await Promise.all([findLabs(env), readIndex()]);
  const listed = await Promise.all(
    found.map(({ name, folder, trusted }) => listFolder(folder, trusted ? index[name] : undefined)),
  );
  return listed.filter((lab) => lab !== undefined);
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
