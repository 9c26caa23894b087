import type { Taken } from '../taken.ts';
import type { DockerEngine } from './docker.ts';
import type { Look } from './look.ts';

/** Every IPv4 range in use: by the engine's networks, and by routes of the engine's host. */
export async function findTakenSubnets({ docker }: DockerEngine, look: Look): Promise<Taken[]> {
  const [networks, host] = await Promise.all([
    docker.listNetworks({ abortSignal: look.signal }),
    look.hostInterfaces(),
  ]);
  const ofNetworks = networks.flatMap(({ Name, IPAM }) =>
    (IPAM?.Config ?? []).flatMap(({ Subnet }) =>
      Subnet ? [{ value: Subnet, blocker: `network ${Name} (${Subnet})` }] : [],
    ),
  );
  const ofRoutes = host.routes
    .filter(({ to }) => to !== 'default')
    .map(({ to, interface: name }) => {
      const value = to.includes('/') ? to : `${to}/32`;
      return { value, blocker: `route ${value} dev ${name}` };
    });
  // The network is named before its own bridge's route, which blocks the same range.
  return [...ofNetworks, ...ofRoutes].filter(({ value }) => !value.includes(':'));
}

/** Every host port that a container publishes, whether it runs or not. */
export async function findTakenPorts(
  { docker }: DockerEngine,
  signal: AbortSignal,
): Promise<Taken[]> {
  const containers = await docker.listContainers({ all: true, abortSignal: signal });
  return containers.flatMap(({ Names, Ports }) =>
    (Ports ?? []).flatMap(({ PublicPort }) =>
      PublicPort
        ? [{ value: String(PublicPort), blocker: `container ${(Names[0] ?? '').slice(1)}` }]
        : [],
    ),
  );
}
