import { expect, test } from 'vitest';
import type { ContainerValue, NetworkValue } from '../../../src/facts/values.ts';
import { useEngine } from './use-engine.ts';

const { net, perform, run, seen, web } = useEngine('network-modes');
const subnet = '10.219.66.0/28';

test.each([
  [undefined, 'bridge'],
  ['bridge', 'bridge'],
  ['host', 'host'],
  ['none', 'none'],
])('%s is %s', async (network, networkMode) => {
  await run(network === undefined ? {} : { network });
  const value = await seen<ContainerValue>(`container/${web}`);
  expect(value).toMatchObject({ networkMode, networkOf: null });
});

test('a shared namespace names the container that owns it, and its short id once it is gone', async () => {
  await run();
  const sharer = `${web}-s`;
  await run({ container: sharer, network: `container/${web}` });
  const value = await seen<ContainerValue>(`container/${sharer}`);
  expect(value).toMatchObject({ networkMode: 'container', networkOf: web, networks: {} });
  const { id } = await seen<ContainerValue>(`container/${web}`);
  await perform('docker.container.remove', { container: web });
  const orphan = await seen<ContainerValue>(`container/${sharer}`);
  expect(orphan.networkOf).toBe(id.slice(0, 12));
});

test('a network that was given by its id appears by its name', async () => {
  await perform('docker.network.create', { network: net, subnet });
  const { id } = await seen<NetworkValue>(`network/${net}`);
  await run({ network: id });
  const value = await seen<ContainerValue>(`container/${web}`);
  expect(value.networkMode).toBe(net);
  expect(Object.keys(value.networks)).toEqual([net]);
});
