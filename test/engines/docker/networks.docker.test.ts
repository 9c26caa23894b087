import { expect, test } from 'vitest';
import { engineWords } from '../../../src/engines/docker/engine-error.ts';
import type { ContainerValue, NetworkValue } from '../../../src/facts/values.ts';
import { failure, useEngine } from './use-engine.ts';

const { attempt, engine, net, perform, run, seen, web } = useEngine('networks');
const subnet = '10.219.67.0/28';

test('a second one of the same name is refused', async () => {
  await perform('docker.network.create', { network: net, subnet });
  const error = await failure(perform('docker.network.create', { network: net }));
  expect(error.values.words).toMatch(/already exists/);
});

test('several of one name are counted, and the oldest is looked at', async () => {
  const Labels = { 'labs.attempt': attempt };
  const create = (Subnet: string) =>
    engine().docker.createNetwork({ Name: net, Labels, IPAM: { Config: [{ Subnet }] } });
  await create(subnet);
  const second = await create('10.219.67.16/28').catch(engineWords);
  const { sameName, subnets } = await seen<NetworkValue>(`network/${net}`);
  expect(sameName).toBe(typeof second === 'string' ? 1 : 2);
  expect(subnets).toEqual([{ subnet, gateway: '10.219.67.1' }]);
});

test('a clash of subnets keeps the engine’s message', async () => {
  await perform('docker.network.create', { network: net, subnet });
  const error = await failure(
    perform('docker.network.create', { network: `${net}-b`, subnet: '10.219.67.8/29' }),
  );
  expect(error.values).toMatchObject({ what: `docker network create ${net}-b` });
  expect(error.values.words).toMatch(/overlap/i);
});

test('fixed address, alias, connect and disconnect', async () => {
  await perform('docker.network.create', {
    network: net,
    subnet,
    gateway: '10.219.67.14',
    options: { 'com.docker.network.bridge.enable_icc': false },
  });
  await run();
  const ip = '10.219.67.9';
  await perform('docker.network.connect', { network: net, container: web, ip, aliases: ['w'] });
  const value = await seen<ContainerValue>(`container/${web}`);
  expect(value.networks[net]).toMatchObject({ ip, gateway: '10.219.67.14', aliases: ['w'] });
  const network = await seen<NetworkValue>(`network/${net}`);
  expect(network).toMatchObject({ containers: [web], sameName: 1, driver: 'bridge' });
  expect(network.bridge).toBe(`br-${network.id.slice(0, 12)}`);
  expect(network.options).toEqual({ 'com.docker.network.bridge.enable_icc': 'false' });
  await perform('docker.network.disconnect', { network: net, container: web });
  expect((await seen<NetworkValue>(`network/${net}`)).containers).toEqual([]);
});

test('one that a container hangs on stays, and says by whom it is held (403)', async () => {
  await perform('docker.network.create', { network: net, subnet });
  await run({ network: net });
  const object = await engine().find('network', net);
  if (!object) return expect.unreachable();
  expect(await engine().remove(object)).toMatchObject({ left: 'in-use', by: [web] });
  expect((await seen<NetworkValue>(`network/${net}`)).containers).toEqual([web]);
});

test('what the attempt owns is listed in an order in which all of it can be removed', async () => {
  await perform('docker.network.create', { network: net, subnet });
  await run({ network: net, volumes: [{ volume: `${attempt}-v`, path: '/v' }] });
  const owned = await engine().owned(attempt);
  expect(owned.map(({ kind }) => kind)).toEqual(['container', 'network', 'volume']);
  for (const object of owned) expect(await engine().remove(object)).toBe('removed');
  expect(await engine().owned(attempt)).toEqual([]);
});

test('the default bridge is docker0', async () => {
  const value = await seen<NetworkValue>('network/bridge');
  expect(value).toMatchObject({ bridge: 'docker0', driver: 'bridge', sameName: 1 });
  expect(await seen('network/no-such-network')).toBeNull();
});
