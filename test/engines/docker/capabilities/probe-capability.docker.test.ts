import Docker from 'dockerode';
import { expect, test } from 'vitest';
import {
  probeAll,
  probeCapability,
} from '../../../../src/engines/docker/capabilities/probe-capability.ts';
import { readHostInterfaces } from '../../../../src/engines/docker/probe/see-interfaces.ts';
import { startHelper } from '../../../../src/engines/docker/probe/start-helper.ts';
import { capabilities } from '../../../../src/lab/capabilities.ts';

const docker = new Docker();
const options = { docker, image: 'labs-toolbox:1', signal: new AbortController().signal };

const networks = async () => (await docker.listNetworks()).map(({ Name }) => Name).sort();
const trials = () => docker.listContainers({ all: true, filters: { name: ['labs-trial-'] } });

/** Networks of these drivers stand on an interface of the engine's host. */
async function physical(): Promise<string> {
  const owner = { attempt: 'cap-tests', lab: '', step: '' };
  const helper = await startHelper(docker, { image: options.image, owner });
  try {
    const { links } = await readHostInterfaces(helper, options.signal);
    return links.find((link) => link.kind === 'physical' && link.up)?.name ?? '';
  } finally {
    await helper.close();
  }
}

/** What the engine itself answers to a container on a network of this driver. */
async function engineCan(driver: string): Promise<boolean> {
  const name = `prb-cap-${driver}`;
  const network = await docker.createNetwork({
    Name: name,
    Driver: driver,
    Options: { parent: await physical() },
    IPAM: { Config: [{ Subnet: '10.231.40.0/28' }] },
  });
  const HostConfig = { NetworkMode: name };
  const container = await docker.createContainer({
    name,
    Image: options.image,
    Cmd: ['true'],
    HostConfig,
  });
  try {
    return await container.start().then(
      () => true,
      () => false,
    );
  } finally {
    await container.remove({ force: true });
    await network.remove();
  }
}

test('each is tried; nothing is left, and no network is made', async () => {
  const before = await networks();
  const found = await probeAll(options);
  expect(Object.keys(found)).toEqual([...capabilities]);
  for (const name of [
    'driver.bridge',
    'driver.host',
    'driver.none',
    'driver.container',
    'ports.published',
    'host.view',
  ] as const) {
    expect(found[name], name).toMatchObject({ state: 'works' });
  }
  for (const { evidence } of Object.values(found)) expect(evidence).not.toBe('');
  expect(await networks()).toEqual(before);
  await expect.poll(trials).toEqual([]);
});

test.each(['macvlan', 'ipvlan'])('what it says of %s is what the engine does', async (driver) => {
  const { state } = await probeCapability(`driver.${driver}`, options);
  expect(state).toBe((await engineCan(driver)) ? 'works' : 'refuted');
});

test('no such capability, no such image, an abort', async () => {
  await expect(probeCapability('driver.magic', options)).rejects.toMatchObject({ code: 'refused' });
  await expect(
    probeCapability('host.view', { ...options, image: 'prb-none:1' }),
  ).rejects.toMatchObject({ code: 'probe.no-toolbox' });
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(probeCapability('driver.none', { ...options, signal })).rejects.toThrow('enough');
});
