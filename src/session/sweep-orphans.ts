import type { Engines } from '../engines/engines.ts';
import { removeInto, type Swept } from './owned.ts';

/** Removes whatever bears a label of labs, also of attempts whose journal is gone. */
export async function sweepOrphans(engines: Engines): Promise<Swept> {
  const swept: Swept = { removed: [], left: [] };
  const { docker } = engines;
  const objects = [...(await docker.helpers()), ...(await docker.owned())];
  for (const object of objects) await removeInto(swept, engines, object);
  return swept;
}
