import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectProbes } from '../../src/checks/collect-probes.ts';
import { type Evidence, judge, probesOf } from '../../src/checks/judge.ts';
import { loadAllCheckKinds } from '../../src/checks/kinds/index.ts';
import { connectEngines, type Engines } from '../../src/engines/engines.ts';
import { parseAddress } from '../../src/facts/address.ts';
import { factSchemas } from '../../src/facts/table.ts';
import type { Json } from '../../src/json.ts';

const name = `labs-live-checks-${process.pid}`;
const [web, friend, sharer, alone] = ['web', 'friend', 'sharer', 'alone'].map(
  (part) => `${name}-${part}`,
);
const container = web as string;
const network = name;
const from = `container/${friend}`;
const docker = (...words: string[]) => execFileSync('docker', words, { stdio: 'pipe' });
const run = (...words: string[]) =>
  docker('run', '-d', ...words, 'labs-toolbox:1', 'httpd', '-f', '-p', '8080');

const kinds = await loadAllCheckKinds();
const ajv = new Ajv();
let engines: Engines;

/** What is true of the containers below, kind by kind, and what is not. */
const truths: [uses: string, given: Record<string, Json>][] = [
  ['container.running', { container, image: 'labs-toolbox:1' }],
  ['container.attached', { container, network, alias: 'www', only: true }],
  ['container.network-mode', { container, mode: network }],
  ['container.network-mode', { container: sharer ?? '', mode: 'container', of: container }],
  ['container.interfaces', { container, kinds: { veth: 1 } }],
  ['container.interfaces', { container: alone ?? '', kinds: {} }],
  ['container.address', { container, network, in: '10.231.77.0/28' }],
  ['container.address', { container: alone ?? '', none: true }],
  ['container.gateway', { container, network }],
  ['container.veth', { container, network }],
  [
    'container.same-namespace',
    { container: sharer ?? '', other: container, same: ['net'], different: ['pid'] },
  ],
  ['container.same-namespace', { container, other: 'engine-host', different: ['net', 'mnt'] }],
  ['network.exists', { network, driver: 'bridge', subnet: '10.231.77.0/28', internal: false }],
  ['bridge.learned', { network, container }],
  ['reach', { from, to: 'http://www:8080/', expect: 'success' }],
  ['reach', { from, to: 'www:81', expect: 'refused' }],
  ['reach', { from: `container/${alone}`, to: '10.231.77.2:8080', expect: 'unreachable' }],
  ['resolve', { name: 'www', from, container, network, source: 'dns' }],
  ['command.output', { run: 'echo \'{"a": 1}\'', stdout: { path: 'a', equals: 1 } }],
  ['file.content', { file: '/etc/hostname', container, content: { matches: '^[0-9a-f]{12}$' } }],
  ['resource.matches', { container, schema: { required: ['State'] } }],
  ['resource.matches', { network, schema: { properties: { Driver: { const: 'bridge' } } } }],
];

const untruths: [uses: string, given: Record<string, Json>, code: string][] = [
  ['container.running', { container: `${name}-gone` }, 'container-absent'],
  ['container.interfaces', { container: `${name}-gone`, kinds: {} }, 'container-absent'],
  ['container.attached', { container, network: 'bridge' }, 'not-attached'],
  ['container.attached', { container, network: `${name}-gone` }, 'network-absent'],
  ['container.gateway', { container: alone ?? '', network }, 'not-attached'],
  ['container.veth', { container: alone ?? '', network }, 'veth-missing'],
  [
    'reach',
    { from: `container/${name}-gone`, to: 'www:80', expect: 'blocked' },
    'container-absent',
  ],
  ['reach', { from, to: 'http://www:8080/', expect: 'blocked' }, 'reach-success'],
  ['resolve', { name: 'www', from, unknown: true }, 'resolve-answered'],
  ['port.published', { container, port: 8080 }, 'port-unpublished'],
  ['file.content', { file: '/none', container, content: { contains: 'x' } }, 'file-absent'],
  ['resource.matches', { image: `${name}:1`, schema: { type: 'object' } }, 'image-absent'],
];

beforeAll(async () => {
  docker('network', 'create', '--subnet', '10.231.77.0/28', network);
  run('--name', container, '--network', network, '--network-alias', 'www');
  run('--name', friend ?? '', '--network', network);
  // The port of a web server is taken in this namespace.
  docker(
    'run',
    '-d',
    '--name',
    sharer ?? '',
    '--network',
    `container:${container}`,
    'labs-toolbox:1',
    'sleep',
    '600',
  );
  run('--name', alone ?? '', '--network', 'none');
  docker('exec', friend ?? '', 'ping', '-c', '1', 'www');
  const owner = { attempt: name, lab: 'live', step: 'one' };
  engines = await connectEngines(process.env, owner, AbortSignal.timeout(60_000));
});

afterAll(async () => {
  await engines?.close();
  docker('rm', '-f', ...[web, friend, sharer, alone].map(String));
  docker('network', 'rm', network);
});

async function observe(
  checks: (readonly [string, Record<string, Json>, ...unknown[]])[],
): Promise<Evidence> {
  const look = engines.look(AbortSignal.timeout(60_000));
  const probes = collectProbes(
    checks.flatMap(([uses, given]) => (kinds[uses] ? probesOf(kinds[uses], given) : [])),
  );
  const place = { cwd: tmpdir(), env: {} };
  const seen = await Promise.all(probes.map((probe) => engines.see(look, probe, place)));
  return { facts: new Map(seen.map((fact) => [fact.address, fact])), before: () => undefined };
}

describe('on a real engine', () => {
  it('every fact that checks look at is as the table says', async () => {
    const { facts } = await observe([...truths, ...untruths]);
    expect(facts.size).toBeGreaterThan(20);
    for (const [address, fact] of facts) {
      expect(fact.unobserved, address).toBeUndefined();
      const schema = factSchemas[parseAddress(address)?.kind ?? 'engine'];
      expect([address, ajv.validate(schema, fact.value), ajv.errors]).toEqual([
        address,
        true,
        null,
      ]);
    }
  });

  it('checks pass on what is so, and find what is not', async () => {
    const evidence = await observe([...truths, ...untruths]);
    const judged = ([uses, given]: readonly [string, Record<string, Json>, ...unknown[]]) =>
      kinds[uses] && judge(kinds[uses], given, evidence);
    for (const truth of truths) {
      expect([truth, judged(truth)]).toEqual([truth, { status: 'pass' }]);
    }
    for (const untruth of untruths) {
      expect([untruth, judged(untruth)]).toMatchObject([
        untruth,
        { finding: { code: untruth[2] } },
      ]);
    }
  });
});
