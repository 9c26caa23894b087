import type Docker from 'dockerode';
import type { ContainerNames } from './container-value.ts';
import { inspectContainer } from './inspect-container.ts';
import type { Look } from './look.ts';

/**
 * A container's network mode in the names that people use: `default` is `bridge`, and the ids of
 * a shared container or of a network become names (a container that is gone keeps its short id).
 */
export async function findNetworkMode(
  look: Look,
  inspect: Docker.ContainerInspectInfo,
): Promise<ContainerNames> {
  const mode = inspect.HostConfig.NetworkMode || 'default';
  if (mode === 'default') return { networkMode: 'bridge', networkOf: null };
  if (mode.startsWith('container:')) {
    const id = mode.slice('container:'.length);
    const owner = await inspectContainer(look.docker, id, look.signal);
    return {
      networkMode: 'container',
      networkOf: owner?.Name.replace(/^\//, '') ?? id.slice(0, 12),
    };
  }
  if (/^(bridge|host|none)$/.test(mode)) return { networkMode: mode, networkOf: null };
  return { networkMode: await networkName(look, mode), networkOf: null };
}

async function networkName(look: Look, mode: string): Promise<string> {
  const networks = await look.networks();
  const named = networks.some((network) => network.Name === mode);
  const byId = networks.find((network) => mode.length >= 12 && network.Id.startsWith(mode));
  return named ? mode : (byId?.Name ?? mode);
}
