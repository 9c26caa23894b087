import * as s from '../../facts/samples.ts';
import type { Failing, Passing } from './case.ts';

const web = { container: 'web' };
const onNet = { container: 'web', network: 'net' };
const attached = { 'container/web': s.container(), 'network/net': s.network() };
const wired = { ...attached, 'interfaces/web': s.interfaces(s.veth()) };
const runs = 'container/web#status';
const alone = { 'container/web': s.container() };

export const passing: Passing[] = [
  { uses: 'container.running', with: web, facts: alone, matters: [runs] },
  {
    uses: 'container.running',
    because: 'an image without a tag is the latest',
    with: { ...web, image: 'host:5000/nginx' },
    facts: { 'container/web': s.container({ image: 'host:5000/nginx:latest' }) },
    matters: [runs, 'container/web#image'],
  },
  { uses: 'container.attached', with: onNet, facts: attached, matters: [runs] },
  {
    uses: 'container.attached',
    because: 'under an alias',
    with: { ...onNet, alias: 'www' },
    facts: attached,
    matters: [runs, 'container/web#networks/net/aliases/0'],
  },
  { uses: 'container.attached', with: { ...onNet, only: true }, facts: attached, matters: [runs] },
  {
    uses: 'container.network-mode',
    with: { ...web, mode: 'net' },
    facts: alone,
    matters: [runs, 'container/web#networkMode'],
  },
  {
    uses: 'container.network-mode',
    because: 'default equals bridge',
    with: { ...web, mode: 'default' },
    facts: { 'container/web': s.container({ networkMode: 'bridge' }) },
    matters: [runs, 'container/web#networkMode'],
  },
  {
    uses: 'container.network-mode',
    because: 'of a certain container',
    with: { ...web, mode: 'container', of: 'owner' },
    facts: { 'container/web': s.container({ networkMode: 'container', networkOf: 'owner' }) },
    matters: [runs, 'container/web#networkMode', 'container/web#networkOf'],
  },
  {
    uses: 'container.interfaces',
    with: { ...web, kinds: { veth: '1' } },
    facts: { ...alone, 'interfaces/web': s.interfaces(s.veth()) },
    matters: [runs, 'interfaces/web#interfaces/0/kind', 'interfaces/web#interfaces/1/kind'],
  },
  {
    uses: 'container.interfaces',
    because: 'nothing but loopback, and a tunnel of the kernel that is down',
    with: { ...web, kinds: {} },
    facts: { ...alone, 'interfaces/web': s.interfaces(s.veth({ kind: 'other', up: false })) },
    matters: [
      runs,
      'interfaces/web#interfaces/0/kind',
      'interfaces/web#interfaces/1/kind',
      'interfaces/web#interfaces/1/up',
    ],
  },
  {
    uses: 'container.address',
    with: { ...onNet, in: '172.28.5.0/24' },
    facts: attached,
    matters: [runs, 'container/web#networks/net/ip'],
  },
  {
    uses: 'container.address',
    with: { ...web, equals: '172.28.5.2' },
    facts: alone,
    matters: [runs, 'container/web#networks/net/ip'],
  },
  {
    uses: 'container.address',
    because: 'none, as in host mode',
    with: { ...web, none: true },
    facts: { 'container/web': s.container({ networks: { host: s.attachment({ ip: '' }) } }) },
    matters: [runs, 'container/web#networks/host/ip'],
  },
  {
    uses: 'container.address',
    because: 'none on a network that it was disconnected from',
    with: { ...web, network: 'other', none: true },
    facts: { ...alone, 'network/other': s.network({ name: 'other' }) },
    matters: [runs],
  },
  {
    uses: 'container.gateway',
    with: onNet,
    facts: wired,
    matters: [
      runs,
      'container/web#networks/net/gateway',
      'interfaces/web#routes/0/to',
      'interfaces/web#routes/0/via',
    ],
  },
  {
    uses: 'container.veth',
    with: onNet,
    facts: wired,
    matters: [
      runs,
      'interfaces/web#interfaces/1/kind',
      'interfaces/web#interfaces/1/peer/bridge',
      'network/net#bridge',
    ],
  },
  {
    uses: 'container.parent',
    with: { ...web, kind: 'macvlan', parent: 'eth0' },
    facts: { ...alone, 'interfaces/web': s.interfaces(s.macvlan()) },
    matters: [runs, 'interfaces/web#interfaces/1/kind', 'interfaces/web#interfaces/1/parent/name'],
  },
  {
    uses: 'container.same-namespace',
    with: { ...web, other: 'owner', same: ['net'], different: ['pid'] },
    facts: {
      ...alone,
      'namespaces/web': s.namespaces(),
      'container/owner': s.container({ name: 'owner' }),
      'namespaces/owner': s.namespaces({ pid: '4026539999' }),
    },
    matters: [
      runs,
      'container/owner#status',
      ...['web', 'owner'].flatMap((name) => [`namespaces/${name}#net`, `namespaces/${name}#pid`]),
    ],
  },
  {
    uses: 'container.same-namespace',
    because: "with the engine's host",
    with: { ...web, other: 'engine-host', same: ['net'] },
    facts: {
      ...alone,
      'namespaces/web': s.namespaces(),
      'namespaces/@engine-host': s.namespaces({ pid: '4026531836' }),
    },
    matters: [runs, 'namespaces/web#net', 'namespaces/@engine-host#net'],
  },
];

const two = { net: s.attachment(), other: s.attachment() };
const onOther = {
  ...attached,
  'container/web': s.container({ networks: { other: s.attachment() } }),
};
const inside = (...others: Parameters<typeof s.interfaces>) => ({
  ...attached,
  'interfaces/web': s.interfaces(...others),
});
const sides = (net: string, pid: string) => ({
  ...alone,
  'namespaces/web': s.namespaces(),
  'container/owner': s.container({ name: 'owner' }),
  'namespaces/owner': s.namespaces({ net, pid }),
});
const shares = { ...web, other: 'owner', same: ['net'], different: ['pid'] };
const { net, pid } = s.namespaces();

export const failing: Failing[] = [
  fail('container.running', 'it is paused', web, {
    'container/web': s.container({ status: 'paused' }),
    code: 'container-not-running',
  }),
  fail('container.running', 'it keeps restarting', web, {
    'container/web': s.container({ status: 'restarting' }),
    code: 'container-not-running',
  }),
  fail(
    'container.running',
    'it has another image',
    { ...web, image: 'nginx' },
    {
      ...alone,
      code: 'container-image',
    },
  ),
  fail('container.attached', 'it is on another network', onNet, {
    ...onOther,
    code: 'not-attached',
  }),
  fail(
    'container.attached',
    'the network is named like a method',
    { ...web, network: 'toString' },
    {
      ...alone,
      'network/toString': s.network(),
      code: 'not-attached',
    },
  ),
  fail(
    'container.attached',
    'it lacks the alias',
    { ...onNet, alias: 'db' },
    {
      ...attached,
      code: 'alias-missing',
    },
  ),
  fail(
    'container.attached',
    'it is on one more',
    { ...onNet, only: true },
    {
      ...attached,
      'container/web': s.container({ networks: two }),
      code: 'attached-elsewhere',
    },
  ),
  fail(
    'container.network-mode',
    'it has another mode',
    { ...web, mode: 'host' },
    {
      ...alone,
      code: 'network-mode',
    },
  ),
  fail(
    'container.network-mode',
    'it shares with another',
    { ...web, mode: 'container', of: 'a' },
    {
      'container/web': s.container({ networkMode: 'container', networkOf: 'b' }),
      code: 'network-mode-of',
    },
  ),
  fail(
    'container.interfaces',
    'it has one too many',
    { ...web, kinds: {} },
    {
      ...inside(s.veth()),
      code: 'interfaces-differ',
    },
  ),
  fail(
    'container.interfaces',
    'it has one too few',
    { ...web, kinds: { veth: 2 } },
    {
      ...inside(s.veth()),
      code: 'interfaces-differ',
    },
  ),
  fail(
    'container.address',
    'it lies elsewhere',
    { ...onNet, in: '10.0.0.0/8' },
    {
      ...attached,
      code: 'address-outside',
    },
  ),
  fail(
    'container.address',
    'it is another',
    { ...onNet, equals: '172.28.5.20' },
    {
      ...attached,
      code: 'address-other',
    },
  ),
  fail(
    'container.address',
    'there is none',
    { ...web, in: '0.0.0.0/0' },
    {
      'container/web': s.container({ networks: {} }),
      code: 'address-missing',
    },
  ),
  fail(
    'container.address',
    'there is one',
    { ...web, none: true },
    {
      ...alone,
      code: 'address-unwanted',
    },
  ),
  fail('container.gateway', 'the route goes elsewhere', onNet, {
    ...wired,
    'interfaces/web': {
      ...s.interfaces(s.veth()),
      routes: [{ to: 'default', via: '172.17.0.1', interface: 'eth1' }],
    },
    code: 'gateway-other',
  }),
  fail('container.gateway', 'there is only an IPv6 route', onNet, {
    ...wired,
    'interfaces/web': {
      ...s.interfaces(s.veth()),
      routes: [{ to: 'default', via: 'fe80::1', interface: 'eth0' }],
    },
    code: 'gateway-none',
  }),
  fail('container.gateway', 'the network has no gateway', onNet, {
    ...wired,
    'container/web': s.container({ networks: { net: s.attachment({ gateway: '' }) } }),
    code: 'network-no-gateway',
  }),
  fail('container.veth', 'it has no veth', onNet, { ...inside(s.macvlan()), code: 'veth-missing' }),
  fail('container.veth', 'its veth is on another bridge', onNet, {
    ...inside(s.veth({ peer: { name: 'veth1', index: 3, bridge: 'docker0' } })),
    code: 'veth-elsewhere',
  }),
  fail('container.veth', "its veth's other end is on no bridge", onNet, {
    ...inside(s.veth({ peer: null })),
    code: 'veth-elsewhere',
  }),
  fail('container.veth', 'the network has no bridge', onNet, {
    ...wired,
    'network/net': s.network({ driver: 'macvlan', bridge: null }),
    code: 'network-no-bridge',
  }),
  fail(
    'container.parent',
    'it has a veth',
    { ...web, kind: 'macvlan' },
    {
      ...inside(s.veth()),
      code: 'interface-missing',
    },
  ),
  fail(
    'container.parent',
    'the parent is another',
    { ...web, kind: 'macvlan', parent: 'eth9' },
    {
      ...inside(s.macvlan()),
      code: 'parent-other',
    },
  ),
  fail(
    'container.parent',
    'the parent is not on the host',
    { ...web, kind: 'macvlan' },
    {
      ...inside(s.macvlan(null)),
      code: 'parent-none',
    },
  ),
  fail('container.same-namespace', 'they share nothing', shares, {
    ...sides('4026530000', '4026530001'),
    code: 'namespace-differs',
  }),
  fail('container.same-namespace', 'they share too much', shares, {
    ...sides(net, pid),
    code: 'namespace-shared',
  }),
  fail('container.same-namespace', 'an inode was not read', shares, {
    ...sides(net, ''),
    code: 'namespace-unread',
  }),
  fail('container.same-namespace', 'the other has stopped', shares, {
    ...sides(net, ''),
    'container/owner': s.stopped(),
    code: 'container-not-running',
  }),
];

function fail(
  uses: string,
  because: string,
  given: Failing['with'],
  { code, ...facts }: { code: string; [address: string]: unknown },
): Failing {
  return { uses, because, with: given, facts, code };
}
