import { findLab } from '../lab/find-lab.ts';
import type { Lab } from '../lab/lab.ts';
import { loadShipped } from '../lab/shipped.ts';
import type { Cli } from './command.ts';

/** Finds and reads the lab of the command line; a Failure with exit 2 lists what is wrong with it. */
export async function readRequestedLab(cli: Cli): Promise<{ lab: Lab; trusted: boolean }> {
  const found = await findLab(cli.args[0] ?? '', cli.env);
  return { lab: await readLab(found), trusted: found.trusted };
}

/** Reads a lab that was found: as the build left it, or from its files. */
export async function readLab({
  folder,
  trusted,
}: {
  folder: string;
  trusted: boolean;
}): Promise<Lab> {
  const shipped = trusted ? await loadShipped(folder) : undefined;
  if (shipped) return shipped;
  const { loadLab } = await import('../lab/load-lab.ts');
  return loadLab(folder);
}
