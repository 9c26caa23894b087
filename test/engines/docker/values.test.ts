import { readFileSync } from 'node:fs';
import type Docker from 'dockerode';
import { expect, test } from 'vitest';
import { containerValue } from '../../../src/engines/docker/container-value.ts';
import { engineValue } from '../../../src/engines/docker/engine-value.ts';
import { networkValue } from '../../../src/engines/docker/network-value.ts';

/** `20.10` as this engine said it; `29` the same, with what Engine 29 has dropped and added. */
function recorded<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), 'utf8'));
}
const container = (engine: string) => recorded<Docker.ContainerInspectInfo>(`container-${engine}`);
const network = (engine: string) => recorded<Docker.NetworkInspectInfo>(`network-${engine}`);
const onBridge = { networkMode: 'bridge', networkOf: null };

test('a container reads the same from Engine 20.10 and from Engine 29', () => {
  expect(containerValue(container('29'), onBridge)).toEqual(
    containerValue(container('20.10'), onBridge),
  );
});

test('a container’s fact holds its attachments by network and its ports in force', () => {
  const value = containerValue(container('20.10'), onBridge);
  expect(value).toMatchObject({
    name: 'eng-rec',
    image: 'labs-toolbox:1',
    status: 'running',
    running: true,
    exitCode: 0,
    hostname: 'rec',
    networkMode: 'bridge',
    labels: { a: 'b' },
  });
  expect(Object.keys(value.networks).sort()).toEqual(['bridge', 'eng-rec-net']);
  expect(value.networks['eng-rec-net']).toMatchObject({
    ip: '10.219.90.2',
    prefix: 29,
    gateway: '10.219.90.1',
    aliases: ['rec'],
  });
  expect(value.ports).toEqual([
    { port: 53, protocol: 'udp', hostIp: '0.0.0.0', hostPort: 28398 },
    { port: 53, protocol: 'udp', hostIp: '::', hostPort: 28398 },
    { port: 80, protocol: 'tcp', hostIp: '127.0.0.1', hostPort: 28399 },
  ]);
});

test('a port that is only exposed is not published', () => {
  const inspect = container('20.10');
  (inspect.NetworkSettings as { Ports: object }).Ports = { '80/tcp': null };
  expect(containerValue(inspect, onBridge).ports).toEqual([]);
});

test('a network reads the same from both, with the gateway that 20.10 leaves out', () => {
  const value = networkValue(network('20.10'), 1);
  expect(value.subnets).toEqual([{ subnet: '10.219.90.0/29', gateway: '10.219.90.1' }]);
  expect(value.bridge).toBe(`br-${value.id.slice(0, 12)}`);
  expect(value.containers).toEqual(['eng-rec']);
  expect(networkValue(network('29'), 1)).toEqual(value);
});

test('the gateway of an IPv6 subnet or of a range is its first address', () => {
  const dual = network('20.10');
  dual.IPAM = {
    Config: [{ Subnet: 'fd00:1::/64' }, { Subnet: '10.0.0.0/16', IPRange: '10.0.5.0/24' }],
  };
  expect(networkValue(dual, 1).subnets.map(({ gateway }) => gateway)).toEqual([
    'fd00:1::1',
    '10.0.5.1',
  ]);
});

test('the default bridge is named by its option, and other drivers have none', () => {
  const bridge = network('bridge-20.10');
  expect(networkValue(bridge, 1).bridge).toBe('docker0');
  expect(networkValue({ ...bridge, Driver: 'macvlan' }, 1).bridge).toBeNull();
});

test('a rootless engine is known by its security options', () => {
  const info = {
    ServerVersion: '29.0.1',
    OperatingSystem: 'Debian',
    KernelVersion: '6.18',
    Architecture: 'x86_64',
  };
  const value = (SecurityOptions: string[] | null) =>
    engineValue({ info: { ...info, SecurityOptions }, apiVersion: '1.52' });
  expect(value(['name=seccomp,profile=builtin', 'name=rootless']).rootless).toBe(true);
  expect(value(['name=seccomp,profile=default']).rootless).toBe(false);
  expect(value(null)).toMatchObject({ rootless: false, version: '29.0.1', apiVersion: '1.52' });
});
