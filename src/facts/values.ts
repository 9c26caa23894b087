/** The shapes of facts' values, one for each kind of address. `null` means: it is not there. */

/** `container/NAME` */
export interface ContainerValue {
  id: string;
  name: string;
  image: string;
  status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  running: boolean;
  exitCode: number;
  startedAt: string;
  hostname: string;
  /** `bridge` (also where Docker says `default`), `host`, `none`, `container`, or a network's name. */
  networkMode: string;
  /** With mode `container`: the name of the container whose namespace is shared; else null. */
  networkOf: string | null;
  /** By the network's name; addresses are empty strings while the container does not run. */
  networks: Record<string, Attachment>;
  /** Published ports as they are in force; empty while it does not run. */
  ports: PublishedPort[];
  labels: Record<string, string>;
}

export interface Attachment {
  id: string;
  ip: string;
  prefix: number;
  gateway: string;
  mac: string;
  aliases: string[];
}

export interface PublishedPort {
  port: number;
  protocol: string;
  hostIp: string;
  hostPort: number;
}

/** `network/NAME` */
export interface NetworkValue {
  id: string;
  name: string;
  driver: string;
  scope: string;
  internal: boolean;
  attachable: boolean;
  subnets: { subnet: string; gateway: string }[];
  options: Record<string, string>;
  /** The Linux bridge on the engine's host, for the driver `bridge`; else null. */
  bridge: string | null;
  containers: string[];
  /** How many networks bear this name: old engines allow several. */
  sameName: number;
}

/** `interfaces/NAME` of a running container, `interfaces/@engine-host` of the engine's host. */
export interface InterfacesValue {
  interfaces: Interface[];
  routes: Route[];
}

export interface Interface {
  name: string;
  index: number;
  kind:
    | 'loopback'
    | 'veth'
    | 'macvlan'
    | 'ipvlan'
    | 'bridge'
    | 'vxlan'
    | 'dummy'
    | 'physical'
    | 'other';
  mac: string;
  mtu: number;
  up: boolean;
  addresses: { ip: string; prefix: number }[];
  /** The bridge that it is plugged into, in its own namespace; else null. */
  master: string | null;
  /** A veth's other end on the engine's host, joined by mutual index; null if it is elsewhere. */
  peer: { name: string; index: number; bridge: string | null } | null;
  /** The interface on the engine's host that a macvlan or ipvlan stands on; else null. */
  parent: { name: string; index: number } | null;
}

export interface Route {
  /** `default` or a CIDR. */
  to: string;
  via: string | null;
  interface: string;
}

/** `namespaces/NAME`, `namespaces/@engine-host`: the inode of each namespace, as text. */
export type NamespacesValue = Record<'net' | 'pid' | 'ipc' | 'mnt' | 'uts' | 'user', string>;

/** `bridge/NETWORK`: the Linux bridge of a Docker network. */
export interface BridgeValue {
  name: string;
  ports: string[];
  /** The addresses that it has learned or was told; `permanent` rows are its own ports'. */
  table: { mac: string; port: string; permanent: boolean }[];
}

/** `reach/PLACE/TARGET` */
export interface ReachValue {
  outcome: 'success' | 'refused' | 'silence' | 'unreachable' | 'unresolved' | 'broken';
  /** The HTTP status; null for `host:port` or when nothing answered. */
  status: number | null;
  /** The start of the body, for HTTP; else null. */
  body: string | null;
}

/** `resolve/PLACE/NAME` */
export interface ResolveValue {
  outcome: 'answered' | 'unknown' | 'silence';
  answers: string[];
  /** Where the answer came from: a name server, or the hosts file. */
  source: 'dns' | 'hosts' | null;
  /** The name server that was asked; null if none was. */
  server: string | null;
}

/** `command/DIGEST` */
export interface CommandValue {
  /** The exit code; null when a signal or the deadline ended it. */
  exit: number | null;
  stdout: string;
  stderr: string;
  /** Output beyond the limit was cut. */
  truncated: boolean;
  timedOut: boolean;
}

/** `file/PLACE/PATH`; PLACE is `learner` (paths in the attempt's workspace) or a container. */
export interface FileValue {
  content: string;
  size: number;
  truncated: boolean;
}

/** `capability/NAME` */
export interface CapabilityValue {
  state: 'works' | 'refuted' | 'unknown';
  /** What was tried, and what the system answered. */
  evidence: string;
}

/** `engine/docker` */
export interface DockerEngineValue {
  version: string;
  apiVersion: string;
  operatingSystem: string;
  kernel: string;
  architecture: string;
  rootless: boolean;
}
