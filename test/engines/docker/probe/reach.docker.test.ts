import { expect, test } from 'vitest';
import type { ReachValue, ResolveValue } from '../../../../src/facts/values.ts';
import { inside, useBench } from './bench.ts';

const bench = useBench('reach');
const httpd = ['sh', '-c', 'mkdir /www; echo hello > /www/index.html; exec httpd -f -p 80 -h /www'];

async function pair(subnet: string) {
  const network = await bench.network('net', subnet);
  const web = await bench.run('web', {
    NetworkMode: bench.name('net'),
    command: httpd,
    networks: { [bench.name('net')]: { Aliases: ['shop'] } },
  });
  const asker = await bench.run('asker', { NetworkMode: bench.name('net') });
  const ip = (await web.inspect()).NetworkSettings.Networks[bench.name('net')]?.IPAddress ?? '';
  return { network, web, asker, ip };
}

const reach = (to: string, listen?: number, from = `container/${bench.name('asker')}`) =>
  bench.see<ReachValue>(`reach/${from}/${to}`, listen === undefined ? {} : { listen });
const resolve = (name: string, listen = 2000, of = 'asker') =>
  bench.see<ResolveValue>(`resolve/container/${bench.name(of)}/${name}`, { listen });

test('by name, by alias and by address; a page, a port, a 404', async () => {
  const { ip } = await pair('10.231.10.0/28');
  const web = bench.name('web');
  const page = { outcome: 'success', status: 200, body: 'hello\n' };
  await expect.poll(() => reach(`http://${web}/`)).toEqual(page);
  expect(await reach('http://shop/index.html')).toEqual(page);
  expect(await reach(`http://${ip}:80/`)).toEqual(page);
  expect(await reach(`${web}:80`)).toEqual({ outcome: 'success', status: null, body: null });
  expect(await reach(`http://${web}/none`)).toMatchObject({ outcome: 'success', status: 404 });
  expect(await reach(`${ip}:80`, 2000, 'engine-host')).toMatchObject({ outcome: 'success' });
  expect(await reach(`http://${ip}/`, 2000, 'engine-host')).toEqual(page);
});

test('refused, unresolved, unreachable and silence are told apart', async () => {
  const { ip, asker } = await pair('10.231.11.0/28');
  for (const scheme of ['', 'http://']) {
    expect(await reach(`${scheme}${ip}:81`)).toMatchObject({ outcome: 'refused' });
    expect(await reach(`${scheme}no-such-name:80`)).toMatchObject({ outcome: 'unresolved' });
    // 192.0.2.x would go out by the default route, which is taken away here.
  }
  const none = await bench.run('lonely', { NetworkMode: 'none' });
  expect((await none.inspect()).State.Running).toBe(true);
  const lonely = `container/${bench.name('lonely')}`;
  expect(await reach(`${ip}:80`, 500, lonely)).toMatchObject({ outcome: 'unreachable' });
  expect(await reach(`http://${ip}/`, 500, lonely)).toMatchObject({ outcome: 'unreachable' });
  // Nobody has this address: until the kernel gives up asking for it, there is silence.
  const started = Date.now();
  expect(await reach('10.231.11.13:80', 300)).toMatchObject({ outcome: 'silence' });
  expect(await reach('http://10.231.11.13/', 300)).toMatchObject({ outcome: 'silence' });
  expect(Date.now() - started).toBeLessThan(3000);
  expect(await reach('10.231.11.13:80', 6000)).toMatchObject({ outcome: 'unreachable' });
  expect(asker.id).toBeTruthy();
});

test('a server that hangs up, and one that talks something else, are broken', async () => {
  await pair('10.231.12.0/28');
  await bench.run('rude', {
    NetworkMode: bench.name('net'),
    command: ['sh', '-c', 'while :; do nc -l -p 80 -e true; done'],
  });
  await bench.run('odd', {
    NetworkMode: bench.name('net'),
    command: ['sh', '-c', 'while :; do nc -l -p 80 -e echo SSH-2.0-odd; done'],
  });
  for (const of of ['rude', 'odd']) {
    await expect
      .poll(async () => (await reach(`http://${bench.name(of)}/`)).outcome, { timeout: 5000 })
      .toBe('broken');
  }
});

test('a body without an end is cut, and is still an answer', async () => {
  await pair('10.231.13.0/28');
  const endless = "printf 'HTTP/1.1 200 OK\\r\\n\\r\\n'; cat /dev/zero";
  await bench.run('endless', {
    NetworkMode: bench.name('net'),
    command: ['sh', '-c', `while :; do nc -l -p 80 -e sh -c "${endless}"; done`],
  });
  const url = `http://${bench.name('endless')}/`;
  await expect
    .poll(async () => (await reach(url, 5000)).outcome, { timeout: 8000 })
    .toBe('success');
  expect((await reach(url, 5000)).body?.length).toBeLessThanOrEqual(65_536);
});

test('redirects are not followed', async () => {
  await pair('10.231.14.0/28');
  const answer =
    "printf 'HTTP/1.1 302 Found\\r\\nLocation: file:///etc/hosts\\r\\nContent-Length: 0\\r\\n\\r\\n'";
  await bench.run('moved', {
    NetworkMode: bench.name('net'),
    command: ['sh', '-c', `while :; do nc -l -p 80 -e sh -c "${answer}"; done`],
  });
  const url = `http://${bench.name('moved')}/`;
  await expect.poll(async () => (await reach(url)).status, { timeout: 5000 }).toBe(302);
});

test('what is no target is refused, whatever it looks like', async () => {
  await pair('10.231.15.0/28');
  for (const target of [
    'file:///etc/passwd',
    'web',
    'web:0',
    'web:70000',
    '-K:80',
    'a b:80',
    'gopher://web:70/',
  ]) {
    await expect(reach(target), target).rejects.toMatchObject({ code: 'refused' });
  }
});

test('names come from the container’s own hosts file and name server', async () => {
  const { ip, asker } = await pair('10.231.16.0/28');
  const found = { outcome: 'answered', answers: [ip] };
  expect(await resolve(bench.name('web'))).toEqual({
    ...found,
    source: 'dns',
    server: '127.0.0.11',
  });
  expect(await resolve('shop')).toMatchObject(found);
  expect(await resolve('no-such-name')).toMatchObject({ outcome: 'unknown', answers: [] });
  await inside(asker, 'echo "192.0.2.77 mine Other.Name" >> /etc/hosts');
  expect(await resolve('other.name')).toEqual({
    outcome: 'answered',
    answers: ['192.0.2.77'],
    source: 'hosts',
    server: null,
  });
  await bench.run('plain');
  expect(await resolve(bench.name('web'), 2000, 'plain')).not.toMatchObject({
    outcome: 'answered',
  });
});

test('two containers of one alias give two answers', async () => {
  await pair('10.231.17.0/28');
  await bench.run('second', {
    NetworkMode: bench.name('net'),
    networks: { [bench.name('net')]: { Aliases: ['shop'] } },
  });
  expect((await resolve('shop')).answers).toHaveLength(2);
});

test('search domains are those of the container', async () => {
  const { asker, ip } = await pair('10.231.18.0/28');
  await inside(
    asker,
    `printf 'nameserver 127.0.0.11\\nsearch ${bench.name('net')}\\noptions ndots:2\\n' > /etc/resolv.conf`,
  );
  // Docker's own name server knows NAME.NETWORK as well as NAME.
  expect(await resolve(bench.name('web'))).toMatchObject({ answers: [ip] });
});
