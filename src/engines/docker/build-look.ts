import type Docker from 'dockerode';
import { inspectContainer } from './inspect-container.ts';
import { inspectNetwork, listNetworks } from './inspect-network.ts';
import type { Look } from './look.ts';
import type { Helper } from './probe/helper.ts';
import { readHostInterfaces } from './probe/see-interfaces.ts';
import { remember } from './remember.ts';

/** A fresh look: nothing of an earlier observation is taken over, except the helper. */
export function buildLook(
  docker: Docker,
  signal: AbortSignal,
  helper: () => Promise<Helper>,
): Look {
  const networks = remember(() => listNetworks(docker, signal));
  const host = remember(async () => readHostInterfaces(await helper(), signal));
  const container = remember(async (name) => {
    const found = await inspectContainer(docker, name, signal);
    // The engine also takes the beginning of an id for a name.
    return found?.Name === `/${name}` ? found : null;
  });
  const network = remember(async (name) => {
    const [oldest] = (await networks('')).filter(({ Name }) => Name === name);
    return oldest ? inspectNetwork(docker, oldest.Id, signal) : null;
  });
  return {
    docker,
    signal,
    helper: remember(helper).bind(undefined, ''),
    container,
    network,
    networks: () => networks(''),
    hostInterfaces: () => host(''),
  };
}
