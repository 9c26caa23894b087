import type Docker from 'dockerode';
import type { EngineObject } from '../engine.ts';
import { call } from './call.ts';
import { deadlines } from './deadlines.ts';
import { engineStatus, engineWords } from './engine-error.ts';
import { inspectNetwork } from './inspect-network.ts';
import { waitUntilGone } from './wait-until-gone.ts';

/** `gone`: it was not there any more. `left`: it stays, and the names of the containers that hold it. */
export type Removal =
  | 'removed'
  | 'gone'
  | { left: 'in-use' | 'refused'; by: string[]; words: string };

export interface RemoveOptions {
  signal?: AbortSignal;
  /** Milliseconds. */
  deadline?: number;
}

/**
 * Removes exactly this object, by its id. A container is ended first, and the volumes without a
 * name that it had go with it. What others hold is left alone: nothing is detached by force.
 * The order is the caller's: containers, then networks, then volumes and images.
 */
export async function removeObject(
  docker: Docker,
  object: EngineObject,
  { signal, deadline = deadlines.remove }: RemoveOptions = {},
): Promise<Removal> {
  const what = `docker ${object.kind} rm ${object.name}`;
  try {
    const run = (abortSignal: AbortSignal) => removers[object.kind](docker, object, abortSignal);
    return await call(run, { deadline, signal, what });
  } catch (error) {
    const status = engineStatus(error);
    if (status === 404) return 'gone';
    if (status !== 403 && status !== 409) throw error;
    const by = await holders(docker, object, signal);
    const words = engineWords((error as Error).cause);
    return { left: by.length > 0 ? 'in-use' : 'refused', by, words };
  }
}

type Remove = (docker: Docker, object: EngineObject, abortSignal: AbortSignal) => Promise<Removal>;

const removers: Record<EngineObject['kind'], Remove> = {
  async container(docker, { id }, abortSignal) {
    try {
      await docker.getContainer(id).remove({ force: true, v: true, abortSignal });
    } catch (error) {
      // Somebody else is at it already: the container itself, with --rm.
      if (engineStatus(error) !== 409) throw error;
    }
    await waitUntilGone(docker, id, abortSignal);
    return 'removed';
  },
  async network(docker, { id }, abortSignal) {
    await docker.getNetwork(id).remove({ abortSignal });
    return 'removed';
  },
  async volume(docker, { id }, abortSignal) {
    await docker.getVolume(encodeURIComponent(id)).remove({ abortSignal });
    return 'removed';
  },
  async image(docker, { id, name }) {
    const named = await docker.getImage(name).inspect();
    if (named.Id !== id) return 'gone';
    await docker.getImage(name).remove();
    return 'removed';
  },
};

async function holders(
  docker: Docker,
  { kind, id }: EngineObject,
  signal?: AbortSignal,
): Promise<string[]> {
  if (kind === 'container') return [];
  if (kind === 'network') {
    const network = await inspectNetwork(docker, id, signal);
    return Object.values(network?.Containers ?? {})
      .map(({ Name }) => Name)
      .sort();
  }
  const filters = kind === 'volume' ? { volume: [id] } : { ancestor: [id] };
  const found = await call(
    (abortSignal) => docker.listContainers({ all: true, filters, abortSignal }),
    { deadline: deadlines.look, signal, what: 'docker ps -a' },
  );
  return found.map(({ Id, Names }) => Names[0]?.replace(/^\//, '') ?? Id).sort();
}
