import type Docker from 'dockerode';
import type { ContainerValue, PublishedPort } from '../../facts/values.ts';

/** What an inspect does not say by itself. */
export interface ContainerNames {
  /** `networkMode` in the names that people use. */
  networkMode: string;
  networkOf: string | null;
}

/**
 * The fact of a container, from its inspect. Only fields that Engine 20.10 and 29 both have:
 * API 1.52 dropped `NetworkSettings.IPAddress` and its kin, so addresses are read by network.
 */
export function containerValue(
  inspect: Docker.ContainerInspectInfo,
  names: ContainerNames,
): ContainerValue {
  const { State: state, Config: config } = inspect;
  return {
    id: inspect.Id,
    name: inspect.Name.replace(/^\//, ''),
    image: config.Image,
    status: state.Status as ContainerValue['status'],
    running: state.Running,
    exitCode: state.ExitCode,
    startedAt: state.StartedAt,
    hostname: config.Hostname ?? '',
    ...names,
    networks: attachments(inspect),
    ports: publishedPorts(inspect.NetworkSettings.Ports ?? {}),
    labels: { ...config.Labels },
  };
}

function attachments(inspect: Docker.ContainerInspectInfo): ContainerValue['networks'] {
  const shortId = inspect.Id.slice(0, 12);
  const networks = Object.entries(inspect.NetworkSettings.Networks ?? {});
  return Object.fromEntries(
    networks.map(([name, network]) => [
      name,
      {
        id: network.NetworkID ?? '',
        ip: network.IPAddress ?? '',
        prefix: network.IPPrefixLen ?? 0,
        gateway: network.Gateway ?? '',
        mac: network.MacAddress ?? '',
        // Engines before 25 add the short id by themselves.
        aliases: (network.Aliases ?? []).filter((alias: string) => alias !== shortId),
      },
    ]),
  );
}

type Bindings = Record<string, { HostIp: string; HostPort: string }[] | null | undefined>;

/** `{ '80/tcp': [{ HostIp, HostPort }] }`; a port that is exposed only has null. */
function publishedPorts(bindings: Bindings): PublishedPort[] {
  return Object.entries(bindings).flatMap(([key, places]) => {
    const [port, protocol = 'tcp'] = key.split('/');
    return (places ?? []).map((place) => ({
      port: Number(port),
      protocol,
      hostIp: place.HostIp,
      hostPort: Number(place.HostPort),
    }));
  });
}
