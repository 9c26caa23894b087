import type Docker from 'dockerode';
import type { Owner } from '../../engine.ts';
import { endpointSettings } from './endpoint-settings.ts';
import { ownerLabels } from './owner-labels.ts';
import { parsePortMapping } from './port-mapping.ts';

export interface ContainerRun {
  container: string;
  image: string;
  command?: string[];
  /** A network's name, `bridge`, `host`, `none` or `container/NAME`. */
  network?: string;
  ip?: string;
  aliases?: string[];
  /** `[HOSTIP:]HOSTPORT:PORT[/udp]` */
  ports?: string[];
  env?: Record<string, unknown>;
  hostname?: string;
  capabilities?: string[];
  volumes?: { volume: string; path: string }[];
}

/** The body of a create request; `shared` is the id of the container whose network is shared. */
export function containerConfig(given: ContainerRun, owner: Owner, shared?: string) {
  const mode = shared === undefined ? given.network : `container:${shared}`;
  const endpoint = endpointSettings(given);
  const ports = portBindings(given.ports ?? []);
  return {
    Image: given.image,
    ...(given.command && { Cmd: given.command }),
    ...(given.hostname && { Hostname: given.hostname }),
    Env: Object.entries(given.env ?? {}).map(([name, value]) => `${name}=${String(value)}`),
    ExposedPorts: Object.fromEntries(Object.keys(ports).map((port) => [port, {}])),
    Labels: ownerLabels(owner),
    HostConfig: {
      ...(mode && { NetworkMode: mode }),
      PortBindings: ports,
      CapAdd: given.capabilities ?? [],
      Mounts: (given.volumes ?? []).map(({ volume, path }) => volumeMount(volume, path, owner)),
    },
    // Podman refuses an endpoint on `bridge`, so there is one only where something is to be set.
    ...(mode &&
      Object.keys(endpoint).length > 0 && {
        NetworkingConfig: { EndpointsConfig: { [mode]: endpoint } },
      }),
  };
}

/** A volume that is not there yet is made on the way, and is then the step's like all else. */
function volumeMount(volume: string, path: string, owner: Owner): Docker.MountSettings {
  const VolumeOptions = {
    NoCopy: false,
    Labels: ownerLabels(owner),
    DriverConfig: { Name: 'local', Options: {} },
  };
  return { Type: 'volume', Source: volume, Target: path, VolumeOptions };
}

function portBindings(ports: readonly string[]) {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const text of ports) {
    const { port, hostIp, hostPort } = parsePortMapping(text);
    bindings[port] ??= [];
    bindings[port].push({ HostIp: hostIp, HostPort: hostPort });
  }
  return bindings;
}
