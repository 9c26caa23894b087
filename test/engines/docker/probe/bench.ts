import Docker from 'dockerode';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { buildLook } from '../../../../src/engines/docker/build-look.ts';
import { kindsSeen } from '../../../../src/engines/docker/kinds-seen.ts';
import type { See } from '../../../../src/engines/docker/look.ts';
import type { Helper } from '../../../../src/engines/docker/probe/helper.ts';
import { startHelper } from '../../../../src/engines/docker/probe/start-helper.ts';
import { parseAddress } from '../../../../src/facts/address.ts';
import type { Json } from '../../../../src/json.ts';

export const image = 'labs-toolbox:1';
export const owner = { attempt: 'probe-tests', lab: 'probe', step: 'tests' };
export const docker = new Docker();

export interface Start extends Docker.HostConfig {
  command?: string[];
  networks?: Docker.EndpointsConfig;
}

const kinds = kindsSeen({
  version: '',
  apiVersion: '',
  operatingSystem: '',
  kernel: '',
  architecture: '',
  rootless: false,
});

/** A helper for one file of tests, and containers and networks that go after each test. */
export function useBench(area: string) {
  const made: { remove(options?: object): Promise<unknown> }[] = [];
  let helper: Helper | undefined;
  const current = () => {
    if (!helper) throw new Error('the helper has not started');
    return helper;
  };
  beforeAll(async () => {
    helper = await startHelper(docker, { image, owner });
  });
  afterAll(() => current().close());
  afterEach(async () => {
    // Containers before the networks that they hang on.
    for (const object of made.splice(0).reverse()) {
      await object.remove({ force: true, v: true }).catch((error) => {
        if (error.statusCode !== 404) throw error;
      });
    }
  });
  const name = (of: string) => `prb-${area}-${of}`;
  return {
    helper: current,
    name,
    network: async (
      of: string,
      subnet: string,
      options: Partial<Docker.NetworkCreateOptions> = {},
    ) => {
      const IPAM = { Driver: 'default', Config: [{ Subnet: subnet }] };
      const network = await docker.createNetwork({ Name: name(of), IPAM, ...options });
      made.push(network);
      return network;
    },
    run: async (of: string, { command = ['sleep', '600'], networks = {}, ...host }: Start = {}) => {
      const container = await docker.createContainer({
        name: name(of),
        Image: image,
        Cmd: command,
        HostConfig: host,
        NetworkingConfig: { EndpointsConfig: networks },
      });
      made.push(container);
      await container.start();
      return container;
    },
    /** One fact, in an observation of its own. */
    see: async <T>(address: string, options: { listen?: number } = {}): Promise<T> => {
      const look = buildLook(docker, AbortSignal.timeout(60_000), async () => current());
      return (await seeOne(look, address, options)) as T;
    },
    /** Several facts of one observation. */
    seeAll: async <T>(addresses: readonly string[]): Promise<T[]> => {
      const look = buildLook(docker, AbortSignal.timeout(60_000), async () => current());
      return (await Promise.all(addresses.map((address) => seeOne(look, address, {})))) as T[];
    },
  };
}

function seeOne(
  look: Parameters<See>[0],
  text: string,
  options: { listen?: number },
): Promise<Json> {
  const address = parseAddress(text);
  const see = address && kinds[address.kind];
  if (!see) throw new Error(`no such kind: ${text}`);
  return see(look, address, { address: text, ...options });
}

/** Runs a shell line in a container and returns what it prints. */
export async function inside(container: Docker.Container, line: string): Promise<string> {
  const exec = await container.exec({
    Cmd: ['sh', '-c', line],
    AttachStdout: true,
    AttachStderr: true,
    Tty: true,
  });
  const stream = await exec.start({ Tty: true });
  let said = '';
  for await (const chunk of stream) said += chunk;
  return said.trim();
}
