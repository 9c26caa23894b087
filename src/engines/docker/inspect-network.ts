import type Docker from 'dockerode';
import { call } from './call.ts';
import { deadlines } from './deadlines.ts';
import { tolerate } from './tolerate.ts';

/** Inspects a network by its id: old engines allow several of one name. Null if there is none. */
export async function inspectNetwork(
  docker: Docker,
  id: string,
  signal?: AbortSignal,
): Promise<Docker.NetworkInspectInfo | null> {
  const found = await tolerate([404], () =>
    // The client takes no signal for this one.
    call(() => docker.getNetwork(id).inspect() as Promise<Docker.NetworkInspectInfo>, {
      deadline: deadlines.look,
      signal,
      what: `docker network inspect ${id}`,
    }),
  );
  return found ?? null;
}

/** All networks, oldest first; a list does not say which containers are attached. */
export async function listNetworks(
  docker: Docker,
  signal?: AbortSignal,
): Promise<Docker.NetworkInspectInfo[]> {
  const all = await call((abortSignal) => docker.listNetworks({ abortSignal }), {
    deadline: deadlines.look,
    signal,
    what: 'docker network ls',
  });
  return all.toSorted((a, b) => Date.parse(a.Created) - Date.parse(b.Created));
}
