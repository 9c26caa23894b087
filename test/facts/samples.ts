import type {
  BridgeValue,
  CapabilityValue,
  CommandValue,
  ContainerValue,
  DockerEngineValue,
  FileValue,
  Interface,
  InterfacesValue,
  NamespacesValue,
  NetworkValue,
  ReachValue,
  ResolveValue,
} from '../../src/facts/values.ts';

/** Facts as a real engine gave them for `docker run -d --name web --network net -p 8080:80 …`. */
export const container = (change: Partial<ContainerValue> = {}): ContainerValue => ({
  id: 'c0ffee',
  name: 'web',
  image: 'labs-toolbox:1',
  status: 'running',
  running: true,
  exitCode: 0,
  startedAt: '2026-11-22T15:00:00.000Z',
  hostname: 'web',
  networkMode: 'net',
  networkOf: null,
  networks: { net: attachment() },
  ports: [{ port: 80, protocol: 'tcp', hostIp: '0.0.0.0', hostPort: 8080 }],
  labels: { role: 'web' },
  ...change,
});

export const attachment = (change: Partial<ContainerValue['networks'][string]> = {}) => ({
  id: 'ne7',
  ip: '172.28.5.2',
  prefix: 24,
  gateway: '172.28.5.1',
  mac: '02:42:ac:1c:05:02',
  aliases: ['www', 'c0ffee'],
  ...change,
});

/** Stopped: Docker keeps the attachment, without its addresses. */
export const stopped = (): ContainerValue =>
  container({
    status: 'exited',
    running: false,
    ports: [],
    networks: { net: attachment({ ip: '', prefix: 0, gateway: '', mac: '' }) },
  });

export const network = (change: Partial<NetworkValue> = {}): NetworkValue => ({
  id: 'ne7',
  name: 'net',
  driver: 'bridge',
  scope: 'local',
  internal: false,
  attachable: false,
  subnets: [{ subnet: '172.28.5.0/24', gateway: '172.28.5.1' }],
  options: { 'com.docker.network.bridge.enable_icc': 'false', encrypted: '' },
  bridge: 'br-ne7',
  containers: ['web'],
  sameName: 1,
  ...change,
});

export const loopback: Interface = {
  name: 'lo',
  index: 1,
  kind: 'loopback',
  mac: '00:00:00:00:00:00',
  mtu: 65536,
  up: true,
  addresses: [{ ip: '127.0.0.1', prefix: 8 }],
  master: null,
  peer: null,
  parent: null,
};

export const veth = (change: Partial<Interface> = {}): Interface => ({
  name: 'eth0',
  index: 33,
  kind: 'veth',
  mac: '02:42:ac:1c:05:02',
  mtu: 1500,
  up: true,
  addresses: [{ ip: '172.28.5.2', prefix: 24 }],
  master: null,
  peer: { name: 'veth1a2b', index: 34, bridge: 'br-ne7' },
  parent: null,
  ...change,
});

export const macvlan = (parent: Interface['parent'] = { name: 'eth0', index: 3 }): Interface =>
  veth({ kind: 'macvlan', peer: null, parent });

export const interfaces = (...others: Interface[]): InterfacesValue => ({
  interfaces: [loopback, ...others],
  routes: [
    { to: 'default', via: '172.28.5.1', interface: 'eth0' },
    { to: '172.28.5.0/24', via: null, interface: 'eth0' },
  ],
});

export const namespaces = (change: Partial<NamespacesValue> = {}): NamespacesValue => ({
  net: '4026532479',
  pid: '4026532480',
  ipc: '4026532481',
  mnt: '4026532482',
  uts: '4026532483',
  user: '4026531837',
  ...change,
});

export const bridge = (change: Partial<BridgeValue> = {}): BridgeValue => ({
  name: 'br-ne7',
  ports: ['veth1a2b'],
  table: [
    { mac: 'fe:11:22:33:44:55', port: 'veth1a2b', permanent: true },
    { mac: '02:42:ac:1c:05:02', port: 'veth1a2b', permanent: false },
  ],
  ...change,
});

export const reach = (change: Partial<ReachValue> = {}): ReachValue => ({
  outcome: 'success',
  status: 200,
  body: 'hello from web\n',
  ...change,
});

export const resolve = (change: Partial<ResolveValue> = {}): ResolveValue => ({
  outcome: 'answered',
  answers: ['172.28.5.2'],
  source: 'dns',
  server: '127.0.0.11',
  ...change,
});

export const command = (change: Partial<CommandValue> = {}): CommandValue => ({
  exit: 0,
  stdout: 'hello\n',
  stderr: '',
  truncated: false,
  timedOut: false,
  ...change,
});

export const file = (change: Partial<FileValue> = {}): FileValue => ({
  content: 'hello\n',
  size: 6,
  truncated: false,
  ...change,
});

export const engine: DockerEngineValue = {
  version: '20.10.24',
  apiVersion: '1.41',
  operatingSystem: 'Debian GNU/Linux 12',
  kernel: '6.18.0',
  architecture: 'x86_64',
  rootless: false,
};

export const capability: CapabilityValue = {
  state: 'refuted',
  evidence: 'operation not supported',
};
