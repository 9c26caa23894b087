import * as s from '../../facts/samples.ts';
import type { Failing, Passing } from './case.ts';

const net = { network: 'net' };
const onNet = { network: 'net', container: 'web' };
const there = { 'network/net': s.network() };
const learned = {
  'container/web': s.container(),
  ...there,
  'interfaces/web': s.interfaces(s.veth()),
  'bridge/net': s.bridge(),
};
const web = { container: 'web', port: 80 };
const published = { 'container/web': s.container() };
const runs = 'container/web#status';
const icc = 'com.docker.network.bridge.enable_icc';

export const passing: Passing[] = [
  { uses: 'network.exists', with: net, facts: there, matters: ['network/net#sameName'] },
  {
    uses: 'network.exists',
    because: 'made just as asked',
    with: {
      ...net,
      driver: 'bridge',
      subnet: '172.28.5.0/24',
      gateway: '172.28.5.1',
      internal: false,
      attachable: false,
      options: { [icc]: false, encrypted: '' },
    },
    facts: there,
    matters: [
      'driver',
      'internal',
      'attachable',
      'subnets/0/subnet',
      'subnets/0/gateway',
      `options/${icc}`,
      'options/encrypted',
      'sameName',
    ].map((field) => `network/net#${field}`),
  },
  {
    uses: 'bridge.learned',
    with: onNet,
    facts: learned,
    matters: [
      runs,
      'interfaces/web#interfaces/1/kind',
      'interfaces/web#interfaces/1/mac',
      'interfaces/web#interfaces/1/peer/name',
      'interfaces/web#interfaces/1/peer/bridge',
      'network/net#bridge',
      'bridge/net#table/1/mac',
      'bridge/net#table/1/port',
      'bridge/net#table/1/permanent',
    ],
  },
  {
    uses: 'port.published',
    with: web,
    facts: published,
    matters: [runs, 'container/web#ports/0/port', 'container/web#ports/0/protocol'],
  },
  {
    uses: 'port.published',
    because: 'on a certain address and port',
    with: { ...web, 'host-port': '8080', 'host-ip': '0.0.0.0' },
    facts: published,
    matters: [
      runs,
      ...['port', 'protocol', 'hostIp', 'hostPort'].map((key) => `container/web#ports/0/${key}`),
    ],
  },
];

export const failing: Failing[] = [
  made('another driver', { driver: 'macvlan' }, 'network-driver'),
  made('another subnet', { subnet: '172.28.5.0/25' }, 'network-subnet'),
  made('another gateway', { gateway: '172.28.5.254' }, 'network-gateway'),
  made('no --internal', { internal: true }, 'network-not-internal'),
  made('no --attachable', { attachable: true }, 'network-not-attachable'),
  made('another option', { options: { [icc]: 'true' } }, 'network-option'),
  made('no such option', { options: { toString: '' } }, 'network-option'),
  {
    uses: 'network.exists',
    because: 'it is internal',
    with: { ...net, internal: false },
    facts: { 'network/net': s.network({ internal: true }) },
    code: 'network-internal',
  },
  {
    uses: 'network.exists',
    because: 'it is attachable',
    with: { ...net, attachable: false },
    facts: { 'network/net': s.network({ attachable: true }) },
    code: 'network-attachable',
  },
  {
    uses: 'network.exists',
    because: 'there are two',
    with: net,
    facts: { 'network/net': s.network({ sameName: 2 }) },
    code: 'network-ambiguous',
  },
  {
    uses: 'bridge.learned',
    because: 'only the permanent row is there',
    with: onNet,
    facts: {
      ...learned,
      'bridge/net': s.bridge({
        table: [{ mac: '02:42:ac:1c:05:02', port: 'veth1a2b', permanent: true }],
      }),
    },
    code: 'mac-not-learned',
  },
  {
    uses: 'bridge.learned',
    because: 'the address is behind another port',
    with: onNet,
    facts: {
      ...learned,
      'bridge/net': s.bridge({
        table: [{ mac: '02:42:ac:1c:05:02', port: 'veth9999', permanent: false }],
      }),
    },
    code: 'mac-elsewhere',
  },
  {
    uses: 'port.published',
    because: 'the ports are swapped',
    with: { container: 'web', port: 8080, 'host-port': 80 },
    facts: published,
    code: 'port-swapped',
  },
  {
    uses: 'port.published',
    because: 'another port is published',
    with: { container: 'web', port: 443 },
    facts: published,
    code: 'port-unpublished',
  },
  {
    uses: 'port.published',
    because: 'it is published for another protocol',
    with: { ...web, protocol: 'udp' },
    facts: published,
    code: 'port-unpublished',
  },
  {
    uses: 'port.published',
    because: "it is on another of the host's ports",
    with: { ...web, 'host-port': 8081 },
    facts: published,
    code: 'port-host-port',
  },
  {
    uses: 'port.published',
    because: "it is on all of the host's addresses",
    with: { ...web, 'host-ip': '127.0.0.1' },
    facts: published,
    code: 'port-host-ip',
  },
];

function made(because: string, asked: Failing['with'], code: string): Failing {
  return { uses: 'network.exists', because, with: { ...net, ...asked }, facts: there, code };
}
