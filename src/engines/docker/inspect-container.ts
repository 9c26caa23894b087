import type Docker from 'dockerode';
import { call } from './call.ts';
import { deadlines } from './deadlines.ts';
import { tolerate } from './tolerate.ts';

/** Inspects a container by its name or id; null if there is none. */
export async function inspectContainer(
  docker: Docker,
  nameOrId: string,
  signal?: AbortSignal,
): Promise<Docker.ContainerInspectInfo | null> {
  const found = await tolerate([404], () =>
    call(
      (abortSignal) => docker.getContainer(encodeURIComponent(nameOrId)).inspect({ abortSignal }),
      {
        deadline: deadlines.look,
        signal,
        what: `docker inspect ${nameOrId}`,
      },
    ),
  );
  return found ?? null;
}
