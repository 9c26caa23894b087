import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import type { FileValue, ReachValue, ResolveValue } from '../../../../src/facts/values.ts';
import { docker, inside, useBench } from './bench.ts';

const bench = useBench('evil');

/** A fact, or why there is none; and that it came in time. */
async function settle<T>(address: string, milliseconds: number, listen = 500) {
  const started = Date.now();
  const result = await bench.see<T>(address, { listen }).then(
    (value) => ({ value, code: undefined }),
    (error) => ({ value: undefined, code: error.code as string, detail: String(error.detail) }),
  );
  expect(Date.now() - started).toBeLessThan(milliseconds);
  return result;
}

const file = (of: string, path: string) =>
  settle<FileValue>(`file/container/${bench.name(of)}${path}`, 7000);

/** A file of the engine's host and of no container, whose content must never become a fact. */
const secret = randomBytes(16).toString('hex');
const hostFile = `/tmp/prb-secret-${process.pid}`;

beforeEach(async () => {
  await writeFile(hostFile, secret);
  return () => rm(hostFile, { force: true });
});

test.each([
  ['its own processes', ''],
  ['the processes of the host', 'host'],
])('no link leads out of a container that sees %s', async (_, PidMode) => {
  const container = await bench.run('links', { PidMode });
  const targets = [
    hostFile,
    `../../../../../../..${hostFile}`,
    `/proc/self/root${hostFile}`,
    `/proc/${process.pid}/root${hostFile}`,
    `/proc/${process.pid}/cwd/../../../..${hostFile}`,
    `/../../proc/${process.pid}/root/..${hostFile}`,
    ...(PidMode === 'host' ? [] : [`/proc/1/root${hostFile}`, `/proc/1/cwd/..${hostFile}`]),
  ];
  for (const [i, target] of targets.entries()) {
    await inside(container, `ln -s '${target}' /srv-${i}`);
    for (const path of [`/srv-${i}`, target]) {
      expect(await file('links', path), path).toMatchObject({ value: null });
    }
  }
  // The helper has this file of the toolbox, the container no longer has.
  await inside(container, 'rm /usr/sbin/arpd; ln -s /usr/sbin/arpd /srv-own');
  expect(await file('links', '/srv-own')).toMatchObject({ value: null });
  // What the same link reaches inside is read: the links do work.
  await inside(container, `mkdir -p /tmp; echo mine > ${hostFile}`);
  for (const path of ['/srv-0', '/srv-1']) {
    expect(await file('links', path)).toMatchObject({ value: { content: 'mine\n' } });
  }
});

test('resolv.conf as a link out of the container asks nobody else’s name server', async () => {
  const container = await bench.run('resolver', { CapAdd: ['SYS_ADMIN'] });
  for (const target of [
    '../../../../etc/shadow',
    '/proc/1/root/etc/hostname',
    '/etc/resolv.conf',
  ]) {
    await inside(
      container,
      `umount /etc/resolv.conf; rm -f /etc/resolv.conf; ln -s ${target} /etc/resolv.conf`,
    );
    const path = `resolve/container/${bench.name('resolver')}/some-name`;
    const { value, code } = await settle<ResolveValue>(path, 7000);
    expect(value?.server ?? '127.0.0.1').not.toMatch(/^10\.255/);
    expect(value !== undefined || code === 'refused').toBe(true);
  }
});

test('what is no regular file is refused at once', async () => {
  const container = await bench.run('kinds', { CapAdd: ['MKNOD'] });
  await inside(
    container,
    'mkfifo /fifo; mknod /zero c 1 5; mkdir /folder; ln -s loop-b /loop-a; ln -s loop-a /loop-b; ln -s /dev/zero /link',
  );
  for (const path of ['/fifo', '/zero', '/folder', '/loop-a', '/link', '/dev/tty']) {
    expect(await file('kinds', path), path).toMatchObject({ code: 'refused' });
  }
});

test('files of the kernel, which tell what their reader may see, are refused', async () => {
  const container = await bench.run('kernel', { PidMode: 'host' });
  await inside(container, `ln -s /proc/${process.pid}/environ /environ; ln -s /proc/kmsg /log`);
  for (const path of [
    '/environ',
    '/log',
    `/proc/${process.pid}/environ`,
    '/proc/version',
    '/sys/kernel/notes',
  ]) {
    expect(await file('kernel', path), path).toMatchObject({ code: 'refused' });
  }
});

test('a path without an end is refused', async () => {
  const container = await bench.run('deep');
  await inside(
    container,
    'cd /srv 2>/dev/null || mkdir /srv && cd /srv; for i in $(seq 300); do mkdir d; cd d; done; echo deep > f',
  );
  expect(await file('deep', `/srv/${'d/'.repeat(300)}f`)).toMatchObject({ code: 'refused' });
  expect(await file('deep', `/${'a'.repeat(5000)}`)).toMatchObject({ code: 'refused' });
});

test('a hosts file of a gigabyte, with holes and without, ends with a verdict', async () => {
  const container = await bench.run('huge', { NetworkMode: 'none', CapAdd: ['SYS_ADMIN'] });
  await inside(
    container,
    'umount /etc/hosts; rm -f /etc/hosts; echo "192.0.2.1 first" > /etc/hosts; truncate -s 1G /etc/hosts',
  );
  const path = (name: string) => `resolve/container/${bench.name('huge')}/${name}`;
  expect(await settle(path('first'), 5000)).toMatchObject({ value: { answers: ['192.0.2.1'] } });
  expect(await settle(path('other'), 5000)).toMatchObject({ code: 'too-large' });
  await inside(container, 'yes "192.0.2.2 line" | head -c 300000000 > /etc/hosts');
  expect(await settle(path('other'), 5000)).toMatchObject({ code: 'too-large' });
  expect(await settle(path('line'), 5000)).toMatchObject({ value: { answers: ['192.0.2.2'] } });
});

test('a resolv.conf of nonsense, and one as a FIFO', async () => {
  const container = await bench.run('odd');
  const path = `resolve/container/${bench.name('odd')}/name`;
  await inside(container, 'head -c 200000 /dev/urandom > /etc/resolv.conf');
  expect(await settle(path, 7000)).toMatchObject({ value: { outcome: 'silence' } });
  await inside(
    container,
    "printf 'nameserver -h\\nnameserver 1.2.3\\nsearch -x --y\\n' > /etc/resolv.conf",
  );
  expect(await settle(path, 7000)).toMatchObject({ value: { server: '127.0.0.1' } });
});

test('a name server that never answers is silence, within the time to listen', async () => {
  const container = await bench.run('mute');
  await inside(
    container,
    "printf 'nameserver 127.0.0.1\\nnameserver 127.0.0.2\\n' > /etc/resolv.conf; nc -l -p 9 >/dev/null 2>&1 & true",
  );
  const udp =
    'python3 -c \'import socket,time; s=socket.socket(2,2); s.bind(("0.0.0.0",53)); time.sleep(99)\'';
  const exec = await container.exec({ Cmd: ['sh', '-c', udp] });
  await exec.start({ Detach: true });
  const path = `resolve/container/${bench.name('mute')}/name`;
  await expect
    .poll(async () => (await settle<ResolveValue>(path, 3000)).value?.outcome)
    .toBe('silence');
  const reach = await settle<ReachValue>(
    `reach/container/${bench.name('mute')}/http://name/`,
    3000,
  );
  expect(reach).toMatchObject({ value: { outcome: 'unresolved' } });
});

test('a name server that answers garbage is no answer', async () => {
  const container = await bench.run('noise');
  await inside(container, "printf 'nameserver 127.0.0.1\\n' > /etc/resolv.conf");
  const noise =
    'import socket,os\ns=socket.socket(2,2)\ns.bind(("0.0.0.0",53))\nwhile 1:\n d,a=s.recvfrom(999)\n s.sendto(d[:2]+os.urandom(200),a)';
  const exec = await container.exec({ Cmd: ['python3', '-c', noise] });
  await exec.start({ Detach: true });
  const path = `resolve/container/${bench.name('noise')}/name`;
  for (let i = 0; i < 10; i++) {
    const { value } = await settle<ResolveValue>(path, 3000);
    expect(value?.outcome).not.toBe('answered');
  }
});

test('a container that forks without end does not hold up others', async () => {
  await bench.run('forks', {
    PidsLimit: 40,
    NanoCpus: 5e8,
    command: ['python3', '-c', 'import os\nwhile 1:\n try: os.fork()\n except OSError: pass'],
  });
  await bench.run('calm');
  for (let i = 0; i < 5; i++) {
    const addresses = ['forks', 'calm'].map((of) => `interfaces/${bench.name(of)}`);
    const seen = await Promise.all(addresses.map((address) => settle(address, 10_000)));
    for (const { value } of seen) expect(value).toMatchObject({ interfaces: { length: 2 } });
  }
});

test('a container that dies in the middle leaves a value, nothing, or a reason', async () => {
  for (let i = 0; i < 8; i++) {
    const container = await bench.run(`dying-${i}`);
    const name = bench.name(`dying-${i}`);
    const kinds = [`interfaces/${name}`, `namespaces/${name}`, `resolve/container/${name}/x`];
    const asked = Promise.all(kinds.map((address) => settle(address, 10_000)));
    await container.kill();
    for (const { value, code } of await asked) {
      expect(value !== undefined || ['engine', 'refused'].includes(code ?? '')).toBe(true);
    }
  }
});

test('a process number that is used again is not taken for the container', async () => {
  const container = await bench.run('reused');
  const { Pid } = (await container.inspect()).State;
  const helper = bench.helper();
  const stale = { pid: Pid, started: '1' };
  await expect(
    helper.read('/etc/hosts', { process: stale, deadline: 1000, limit: 99 }),
  ).rejects.toMatchObject({ code: 'engine' });
  await expect(
    helper.run(['ip', 'addr', 'show'], { process: stale, deadline: 1000 }),
  ).rejects.toMatchObject({ code: 'engine' });
});

test('an endless answer at full speed neither stops the clock nor fills the memory', async () => {
  const server = "printf 'HTTP/1.1 200 OK\\r\\nX: '; cat /dev/zero | tr '\\\\0' x";
  const container = await bench.run('flood', {
    command: ['sh', '-c', `while :; do nc -l -p 80 -e sh -c "${server}"; done`],
  });
  expect((await container.inspect()).State.Running).toBe(true);
  const path = `reach/container/${bench.name('flood')}/http://127.0.0.1/`;
  await expect
    .poll(async () => (await settle<ReachValue>(path, 5000)).value?.outcome, { timeout: 8000 })
    .not.toBe('refused');
  expect(await bench.see('namespaces/@engine-host')).toMatchObject({
    net: expect.stringMatching(/^\d+$/),
  });
});

test('nothing is left in the network namespaces that were looked into', async () => {
  const container = await bench.run('clean');
  await settle(`reach/container/${bench.name('clean')}/172.17.255.250:80`, 3000, 300);
  const { Processes } = await docker.getContainer(container.id).top();
  expect(Processes).toHaveLength(1);
});
