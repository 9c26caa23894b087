import { stat } from 'node:fs/promises';
import type { Failure } from '../../../failure.ts';
import { cachedImage } from '../../../images/cache.ts';
import type { ToolboxSource } from '../../../images/toolbox.ts';
import { ways } from './ensure-toolbox.ts';
import { findImage } from './find-image.ts';
import type { Making, Way } from './way.ts';

/** The toolbox image as it stands, and how it would come if it is not there. */
export interface ToolboxState {
  name: string;
  architecture: string;
  state: 'present' | 'absent';
  id: string | null;
  /** In bytes. */
  size: number | null;
  source: ToolboxSource | null;
  /** The size of the archive in the cache, in bytes; null if there is none. */
  cached: number | null;
  /** The way that `labs images install` would go; null if it is there, or if no way is open. */
  way: Way['name'] | null;
  /** For an image that is absent: why each way before `way` cannot be gone. */
  obstacles: { way: Way['name']; failure: Failure }[];
}

/** Asks a registry only when the image is neither on the engine nor in the cache. */
export async function describeToolbox(making: Making): Promise<ToolboxState> {
  const { name, architecture, cache } = making;
  const found = await findImage(making.docker, name, making.signal);
  const archive = await stat(cachedImage(cache, name, architecture)).catch(() => undefined);
  const plan = found ? { way: null, obstacles: [] } : await findWay(making);
  return {
    name,
    architecture: found?.architecture ?? architecture,
    state: found ? 'present' : 'absent',
    id: found?.id ?? null,
    size: found?.size ?? null,
    source: found?.source ?? null,
    cached: archive?.size ?? null,
    ...plan,
  };
}

async function findWay(making: Making): Promise<Pick<ToolboxState, 'way' | 'obstacles'>> {
  const obstacles: ToolboxState['obstacles'] = [];
  for (const way of ways) {
    const failure = await way.findObstacle(making);
    if (!failure) return { way: way.name, obstacles };
    obstacles.push({ way: way.name, failure });
  }
  return { way: null, obstacles };
}
