import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForwarding } from '../../../../src/engines/docker/probe/parse-forwarding.ts';
import { parseLinks, parseRoutes } from '../../../../src/engines/docker/probe/parse-ip.ts';
import { Unseen } from '../../../../src/engines/unseen.ts';

const lo = {
  ifindex: 1,
  ifname: 'lo',
  flags: ['LOOPBACK', 'UP'],
  mtu: 65536,
  link_type: 'loopback',
};

test('an interface as iproute2 tells it', () => {
  const eth0 = {
    ifindex: 31,
    link_index: 32,
    link_netnsid: 0,
    ifname: 'eth0',
    flags: ['BROADCAST', 'UP'],
    mtu: 1500,
    link_type: 'ether',
    address: '02:42:ac:1f:fa:03',
    linkinfo: { info_kind: 'veth' },
    addr_info: [{ family: 'inet', local: '172.31.250.3', prefixlen: 28 }],
  };
  expect(parseLinks(JSON.stringify([lo, eth0, {}]))).toMatchObject([
    { name: 'lo', kind: 'loopback', up: true, lower: null, addresses: [] },
    {
      name: 'eth0',
      index: 31,
      kind: 'veth',
      mac: '02:42:ac:1f:fa:03',
      lower: 32,
      lowerNamespace: 0,
      addresses: [{ ip: '172.31.250.3', prefix: 28 }],
      master: null,
    },
  ]);
});

test('both ends in one namespace: the other one is given by name', () => {
  const veth = { link_type: 'ether', linkinfo: { info_kind: 'veth' }, flags: [] };
  const rows = [
    { ...veth, ifindex: 2, ifname: 'a', link: 'b' },
    { ...veth, ifindex: 3, ifname: 'b', link: 'a' },
  ];
  expect(parseLinks(JSON.stringify(rows))).toMatchObject([
    { lower: 3, lowerNamespace: null },
    { lower: 2, lowerNamespace: null },
  ]);
});

test.each([
  ['veth', 'veth'],
  ['macvlan', 'macvlan'],
  ['ipvlan', 'ipvlan'],
  ['vxlan', 'vxlan'],
  ['bridge', 'bridge'],
  ['dummy', 'dummy'],
  ['macvtap', 'other'],
  ['constructor', 'other'],
  [undefined, 'physical'],
])('the kind %s is %s', (info_kind, kind) => {
  const linkinfo = info_kind === undefined ? undefined : { info_kind };
  const row = { ifindex: 2, ifname: 'x', flags: [], link_type: 'ether', linkinfo };
  expect(parseLinks(JSON.stringify([row]))[0]?.kind).toBe(kind);
});

test('routes: the default one, one to a network, one to a host', () => {
  const rows = [
    { dst: 'default', gateway: '172.17.0.1', dev: 'eth0', flags: [] },
    { dst: '172.17.0.0/16', dev: 'eth0', scope: 'link' },
    { dst: '10.0.0.9', via: { family: 'inet6', host: 'fe80::1' }, dev: 'eth0' },
    { type: 'blackhole', dst: '10.1.0.0/16' },
  ];
  expect(parseRoutes(JSON.stringify(rows))).toEqual([
    { to: 'default', via: '172.17.0.1', interface: 'eth0' },
    { to: '172.17.0.0/16', via: null, interface: 'eth0' },
    { to: '10.0.0.9/32', via: 'fe80::1', interface: 'eth0' },
  ]);
});

test('a bridge’s table without what its devices listen to, each row once', () => {
  const rows = [
    { mac: '33:33:00:00:00:01', ifname: 'br0', flags: ['self'], state: 'permanent' },
    { mac: '02:42:00:00:00:02', ifname: 'veth1', flags: [], master: 'br0', state: '' },
    { mac: '02:42:00:00:00:02', ifname: 'veth1', vlan: 1, flags: [], master: 'br0', state: '' },
    { mac: 'ba:23:00:00:00:03', ifname: 'veth1', master: 'br0', state: 'permanent' },
    { mac: 'ba:23:00:00:00:04', ifname: 'veth9', master: 'br9', state: '' },
  ];
  expect(parseForwarding(JSON.stringify(rows), 'br0')).toEqual([
    { mac: '02:42:00:00:00:02', port: 'veth1', permanent: false },
    { mac: 'ba:23:00:00:00:03', port: 'veth1', permanent: true },
  ]);
});

test('any text is a list or an Unseen', () => {
  const parsers = [parseLinks, parseRoutes, (text: string) => parseForwarding(text, 'br0')];
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom(...parsers), (text, parse) => {
      try {
        expect(Array.isArray(parse(text))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Unseen);
      }
    }),
  );
});

test('an interface may have any name', () => {
  fc.assert(
    fc.property(fc.string(), (ifname) => {
      const row = { ifindex: 2, ifname, flags: [], link_type: 'ether' };
      expect(parseLinks(JSON.stringify([row]))[0]?.name).toBe(ifname);
    }),
  );
});
