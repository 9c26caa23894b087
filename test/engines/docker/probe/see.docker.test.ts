import { expect, test } from 'vitest';
import type {
  BridgeValue,
  FileValue,
  InterfacesValue,
  NamespacesValue,
} from '../../../../src/facts/values.ts';
import { docker, inside, useBench } from './bench.ts';

const bench = useBench('see');

async function interfaces(of: string) {
  const { interfaces: all } = await bench.see<InterfacesValue>(`interfaces/${bench.name(of)}`);
  return all;
}

test('a container on the default bridge has a veth whose peer hangs on docker0', async () => {
  const container = await bench.run('default');
  const { interfaces: all, routes } = await bench.see<InterfacesValue>(
    `interfaces/${bench.name('default')}`,
  );
  expect(all.map((link) => link.kind).sort()).toEqual(['loopback', 'veth']);
  const eth0 = all.find((link) => link.kind === 'veth');
  const { NetworkSettings } = await container.inspect();
  const settings = NetworkSettings.Networks.bridge;
  expect(eth0).toMatchObject({ up: true, mac: settings?.MacAddress, parent: null, master: null });
  expect(eth0?.addresses).toContainEqual({ ip: settings?.IPAddress, prefix: 16 });
  expect(eth0?.peer).toMatchObject({ name: expect.stringMatching(/^veth/), bridge: 'docker0' });
  expect(routes).toContainEqual({ to: 'default', via: settings?.Gateway, interface: eth0?.name });
});

test('a container on two networks has two veths, each on its own bridge', async () => {
  const one = await bench.network('one', '10.231.1.0/28');
  const two = await bench.network('two', '10.231.1.16/28');
  await bench.run('both', { NetworkMode: bench.name('one') });
  await two.connect({ Container: bench.name('both') });
  const bridges = (await interfaces('both')).flatMap((link) => link.peer?.bridge ?? []);
  expect(bridges.sort()).toEqual([one, two].map(({ id }) => `br-${id.slice(0, 12)}`).sort());
});

test('host mode shows the interfaces and namespaces of the engine’s host', async () => {
  await bench.run('host', { NetworkMode: 'host' });
  const host = await bench.see<InterfacesValue>('interfaces/@engine-host');
  expect((await interfaces('host')).map(({ name, index }) => ({ name, index }))).toEqual(
    host.interfaces.map(({ name, index }) => ({ name, index })),
  );
  const [own, engine] = await bench.seeAll<NamespacesValue>([
    `namespaces/${bench.name('host')}`,
    'namespaces/@engine-host',
  ]);
  expect(own?.net).toBe(engine?.net);
  expect(own?.pid).not.toBe(engine?.pid);
  for (const inode of Object.values(engine ?? {})) expect(inode).toMatch(/^\d+$/);
});

test('none has only lo', async () => {
  await bench.run('none', { NetworkMode: 'none' });
  expect((await interfaces('none')).map((link) => link.kind)).toEqual(['loopback']);
});

test('container mode shares the network namespace and nothing else', async () => {
  const container = await bench.run('owner');
  await bench.run('sharer', { NetworkMode: `container:${container.id}` });
  const [first, second] = await bench.seeAll<NamespacesValue>([
    `namespaces/${bench.name('owner')}`,
    `namespaces/${bench.name('sharer')}`,
  ]);
  expect(second?.net).toBe(first?.net);
  expect(second?.pid).not.toBe(first?.pid);
  expect(second?.mnt).not.toBe(first?.mnt);
  expect(await interfaces('sharer')).toEqual(await interfaces('owner'));
});

test('macvlan stands on the parent, and has no peer', async () => {
  const host = await bench.see<InterfacesValue>('interfaces/@engine-host');
  const parent = host.interfaces.find((link) => link.kind === 'physical' && link.up);
  expect(parent).toBeDefined();
  await bench.network('mac', '10.231.2.0/28', {
    Driver: 'macvlan',
    Options: { parent: parent?.name ?? '' },
  });
  await bench.run('mac', { NetworkMode: bench.name('mac') });
  const link = (await interfaces('mac')).find(({ kind }) => kind !== 'loopback');
  expect(link).toMatchObject({
    kind: 'macvlan',
    peer: null,
    parent: { name: parent?.name, index: parent?.index },
  });
});

test('an internal network has a bridge; its gateway is no way out', async () => {
  await bench.network('internal', '10.231.3.0/28', { Internal: true });
  await bench.run('internal', { NetworkMode: bench.name('internal') });
  expect((await interfaces('internal')).find(({ kind }) => kind === 'veth')?.peer?.bridge).toMatch(
    /^br-/,
  );
});

test('a cable that ends in another container is joined to nothing on the host', async () => {
  const left = await bench.run('left', { NetworkMode: 'none', CapAdd: ['NET_ADMIN'] });
  await inside(left, 'ip link add wire0 type veth peer name wire1');
  expect((await interfaces('left')).filter(({ kind }) => kind === 'veth')).toMatchObject([
    { peer: null },
    { peer: null },
  ]);
});

test('thirty containers: every veth is joined to its own end', async () => {
  const networks = await Promise.all([
    bench.network('many-a', '10.231.4.0/26'),
    bench.network('many-b', '10.231.4.64/26'),
  ]);
  const names = Array.from({ length: 30 }, (_, i) => `many-${i}`);
  for (const [i, of] of names.entries()) {
    await bench.run(of, { NetworkMode: bench.name(i % 2 ? 'many-a' : 'many-b') });
  }
  const [host, ...values] = await bench.seeAll<InterfacesValue>([
    'interfaces/@engine-host',
    ...names.map((of) => `interfaces/${bench.name(of)}`),
  ]);
  const peers = values.map((value) => value.interfaces.find(({ kind }) => kind === 'veth')?.peer);
  expect(new Set(peers.map((peer) => peer?.index)).size).toBe(30);
  const bridge = await bench.see<BridgeValue>(`bridge/${bench.name('many-a')}`);
  for (const [i, peer] of peers.entries()) {
    const { id } = networks[i % 2 ? 0 : 1] as (typeof networks)[number];
    expect(peer?.bridge).toBe(`br-${id.slice(0, 12)}`);
    expect(host?.interfaces.some((link) => link.name === peer?.name)).toBe(true);
    expect(bridge.ports.includes(peer?.name ?? '')).toBe(i % 2 === 1);
  }
  // The kernel's own word: what a container sends is learned on the port that is its peer.
  const [, second] = values;
  const mac = second?.interfaces.find(({ kind }) => kind === 'veth')?.mac;
  await inside(docker.getContainer(bench.name('many-1')), 'ping -c 1 -W 2 10.231.4.1');
  const learned = await bench.see<BridgeValue>(`bridge/${bench.name('many-a')}`);
  expect(learned.table).toContainEqual({ mac, port: peers[1]?.name, permanent: false });
});

test('a bridge network that is there has a table; others have none', async () => {
  await bench.network('table', '10.231.5.0/28');
  await bench.run('table', { NetworkMode: bench.name('table') });
  const value = await bench.see<BridgeValue>(`bridge/${bench.name('table')}`);
  expect(value.ports).toHaveLength(1);
  expect(value.table.every(({ mac }) => !mac.startsWith('33:33'))).toBe(true);
  expect(value.table).toContainEqual(
    expect.objectContaining({ port: value.ports[0], permanent: true }),
  );
  expect(await bench.see('bridge/host')).toBeNull();
  expect(await bench.see(`bridge/${bench.name('absent')}`)).toBeNull();
});

test('what is not there or does not run is null', async () => {
  const stopped = await bench.run('stopped');
  await stopped.kill();
  await stopped.wait();
  for (const of of ['stopped', 'absent']) {
    const name = bench.name(of);
    for (const address of [
      `interfaces/${name}`,
      `namespaces/${name}`,
      `reach/container/${name}/127.0.0.1:80`,
      `resolve/container/${name}/web`,
      `file/container/${name}/etc/hosts`,
    ]) {
      expect(await bench.see(address)).toBeNull();
    }
  }
});

test('a restarted container is seen anew', async () => {
  const container = await bench.run('again');
  const index = async () => (await interfaces('again')).find(({ kind }) => kind === 'veth')?.index;
  const before = await index();
  await container.restart({ t: 0 });
  // Inodes of namespaces are used again, numbers of interfaces are not.
  expect(await index()).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
});

test('a file of a container, wherever its links lead inside of it', async () => {
  const container = await bench.run('file');
  await inside(container, 'mkdir -p /srv/a/b; echo found > /srv/a/b/c; ln -s /srv/a/b /srv/link');
  await inside(
    container,
    'ln -s ../../../srv/link/./c /srv/up; head -c 100000 /dev/zero > /srv/big',
  );
  const file = (path: string) =>
    bench.see<FileValue>(`file/container/${bench.name('file')}${path}`);
  expect(await file('/srv/up')).toEqual({ content: 'found\n', size: 6, truncated: false });
  expect(await file('/srv/link/../b/c')).toMatchObject({ content: 'found\n' });
  expect(await file('/srv/big')).toMatchObject({ size: 100_000, truncated: true });
  expect(await file('/srv/absent')).toBeNull();
  expect(await file('/srv/up/below')).toBeNull();
});
