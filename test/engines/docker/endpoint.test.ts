import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Endpoint, findEndpoint } from '../../../src/engines/docker/endpoint.ts';
import { usualSockets } from '../../../src/engines/docker/usual-sockets.ts';
import { failure } from './use-engine.ts';

let home: string;
const servers: Server[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'labs-home-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) server.close();
  await rm(home, { recursive: true });
});

const nowhere = () => join(home, 'nowhere.sock');
const find = (env: Record<string, string> = {}): Promise<Endpoint> =>
  findEndpoint(env, home, nowhere());

/** Something at a socket that answers a ping with this status. */
async function answer(path: string, status = 200): Promise<string> {
  const socket = join(home, path);
  await mkdir(dirname(socket), { recursive: true });
  const server = createServer((_, response) => response.writeHead(status).end('OK'));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return socket;
}

async function write(path: string, content: unknown): Promise<void> {
  const file = join(home, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
}

const digest = (name: string) => createHash('sha256').update(name).digest('hex');

async function context(name: string, docker: object, config = '.docker'): Promise<void> {
  const meta = { Name: name, Metadata: {}, Endpoints: { docker } };
  await write(`${config}/contexts/meta/${digest(name)}/meta.json`, meta);
}

describe('the usual sockets', () => {
  test.each([
    ['the system’s', 'nowhere.sock', {}],
    ['rootless', 'run/user/docker.sock', { XDG_RUNTIME_DIR: 'run/user' }],
    ['Docker Desktop on macOS', '.docker/run/docker.sock', {}],
    ['Docker Desktop on Linux', '.docker/desktop/docker.sock', {}],
    ['Colima', '.colima/default/docker.sock', {}],
    ['Colima in a place of its own', 'c/default/docker.sock', { COLIMA_HOME: 'c' }],
    ['Colima in its new place', '.config/colima/default/docker.sock', {}],
    ['OrbStack', '.orbstack/run/docker.sock', {}],
    ['Rancher Desktop', '.rd/docker.sock', {}],
  ])('%s', async (_, path, env) => {
    const socketPath = await answer(path);
    const absolute = Object.entries(env).map(([key, value]) => [key, join(home, value)]);
    expect(await find(Object.fromEntries(absolute))).toEqual({
      host: { socketPath },
      described: `unix://${socketPath}`,
      source: 'socket',
    });
  });

  test('the first that answers wins, and what does not answer is passed over', async () => {
    await write('nowhere.sock', 'a file where a socket should be');
    await answer('.docker/run/docker.sock', 500);
    const colima = await answer('.colima/default/docker.sock');
    await answer('.orbstack/run/docker.sock');
    expect((await find()).host).toEqual({ socketPath: colima });
  });

  test('when none answers, all that were tried are named', async () => {
    const error = await failure(find());
    expect(error).toMatchObject({ code: 'docker.no-endpoint', exit: 3 });
    expect(error.values.tried).toBe(usualSockets({}, home, nowhere()).join(', '));
  });
});

describe('DOCKER_HOST', () => {
  const tls = { ca: 'CA', cert: 'CERT', key: 'KEY', verify: true };
  test.each<[string, Record<string, string>, object]>([
    ['unix:///run/x.sock', {}, { socketPath: '/run/x.sock' }],
    ['tcp://10.0.0.1:80', {}, { protocol: 'http', host: '10.0.0.1', port: 80 }],
    ['tcp://10.0.0.1', {}, { protocol: 'http', host: '10.0.0.1', port: 2375 }],
    ['engine:2375', {}, { protocol: 'http', host: 'engine', port: 2375 }],
    ['tcp://[fd00::1]:2375', {}, { protocol: 'http', host: 'fd00::1', port: 2375 }],
    ['https://engine', {}, { protocol: 'https', host: 'engine', port: 2376 }],
    ['tcp://h', { DOCKER_TLS_VERIFY: '1' }, { protocol: 'https', host: 'h', port: 2376, tls }],
    [
      'tcp://h:1',
      { DOCKER_TLS: '1' },
      { protocol: 'https', host: 'h', port: 1, tls: { ...tls, verify: false } },
    ],
    ['ssh://me@h', {}, { protocol: 'ssh', host: 'h', port: 22, username: 'me' }],
    [
      'ssh://h:2222',
      { SSH_AUTH_SOCK: '/agent' },
      { protocol: 'ssh', host: 'h', port: 2222, sshAgent: '/agent' },
    ],
  ])('%s', async (DOCKER_HOST, env, host) => {
    for (const name of ['ca', 'cert', 'key'])
      await write(`.docker/${name}.pem`, name.toUpperCase());
    await answer('.docker/run/docker.sock');
    const found = await find({ DOCKER_HOST, ...env });
    expect(found).toEqual({ host, described: DOCKER_HOST, source: 'DOCKER_HOST' });
  });

  test('its certificates may lie elsewhere, and must be there', async () => {
    const DOCKER_CERT_PATH = join(home, 'certs');
    const env = { DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH };
    for (const name of ['ca', 'cert']) await write(`certs/${name}.pem`, name);
    const error = await failure(find(env));
    expect(error).toMatchObject({
      code: 'docker.no-certificate',
      values: { file: join(DOCKER_CERT_PATH, 'key.pem') },
    });
    await write('certs/key.pem', 'key');
    expect((await find(env)).host.tls).toMatchObject({ key: 'key' });
  });

  test.each([
    'ftp://h',
    'unix://',
    'unix://relative',
    'tcp://',
    'tcp://h:99999',
    '::',
    'tcp://a b',
  ])('%s is no address', async (DOCKER_HOST) => {
    expect(await failure(find({ DOCKER_HOST }))).toMatchObject({ code: 'docker.bad-host' });
  });

  test('outdoes a context, as it does for the docker command', async () => {
    await context('other', { Host: 'unix:///other.sock' });
    const env = { DOCKER_HOST: 'unix:///chosen.sock', DOCKER_CONTEXT: 'other' };
    expect((await find(env)).source).toBe('DOCKER_HOST');
  });
});

describe('contexts', () => {
  test('the current context of config.json is taken before any socket', async () => {
    await answer('.docker/run/docker.sock');
    await context('colima', { Host: 'unix:///c.sock', SkipTLSVerify: false });
    await write('.docker/config.json', { currentContext: 'colima' });
    expect(await find()).toEqual({
      host: { socketPath: '/c.sock' },
      described: 'unix:///c.sock',
      source: 'context colima',
    });
  });

  test('DOCKER_CONTEXT outdoes the current one, and DOCKER_CONFIG moves them all', async () => {
    await context('a', { Host: 'unix:///a.sock' }, 'moved');
    await context('b', { Host: 'unix:///b.sock' }, 'moved');
    await write('moved/config.json', { currentContext: 'a' });
    const DOCKER_CONFIG = join(home, 'moved');
    expect((await find({ DOCKER_CONFIG })).source).toBe('context a');
    expect((await find({ DOCKER_CONFIG, DOCKER_CONTEXT: 'b' })).source).toBe('context b');
  });

  test('TLS material lies beside the context', async () => {
    await context('far', { Host: 'tcp://far:2376', SkipTLSVerify: false });
    for (const name of ['ca', 'cert', 'key']) {
      await write(`.docker/contexts/tls/${digest('far')}/docker/${name}.pem`, `far ${name}`);
    }
    expect((await find({ DOCKER_CONTEXT: 'far' })).host).toEqual({
      protocol: 'https',
      host: 'far',
      port: 2376,
      tls: { ca: 'far ca', cert: 'far cert', key: 'far key', verify: true },
    });
  });

  test('a context may have TLS without being verified, or none at all', async () => {
    await context('lax', { Host: 'tcp://lax:1', SkipTLSVerify: true });
    await context('bare', { Host: 'tcp://bare:1' });
    expect((await find({ DOCKER_CONTEXT: 'lax' })).host).toMatchObject({
      protocol: 'https',
      tls: { verify: false },
    });
    expect((await find({ DOCKER_CONTEXT: 'bare' })).host).toEqual({
      protocol: 'http',
      host: 'bare',
      port: 1,
    });
  });

  test.each([{ DOCKER_CONTEXT: 'default' }, {}])(
    '%o: the default one is the sockets',
    async (env) => {
      await write('.docker/config.json', { currentContext: 'default', auths: {} });
      await answer('.docker/run/docker.sock');
      expect((await find(env as Record<string, string>)).source).toBe('socket');
    },
  );

  test('one that is not there is an error that names those that are', async () => {
    await context('colima', { Host: 'unix:///c.sock' });
    await answer('.docker/run/docker.sock');
    const error = await failure(find({ DOCKER_CONTEXT: 'colimo' }));
    expect(error).toMatchObject({
      code: 'docker.no-context',
      exit: 3,
      values: { name: 'colimo', known: 'default, colima' },
    });
  });

  test.each(['', 'null', '[]', '{"Endpoints":{"docker":{"Host":7}}}', '{"Endpoints":null}'])(
    'one that is damaged is an error that names its file: %s',
    async (content) => {
      const file = `.docker/contexts/meta/${digest('bad')}/meta.json`;
      await write(file, content);
      expect(await failure(find({ DOCKER_CONTEXT: 'bad' }))).toMatchObject({
        code: 'docker.bad-context',
        values: { file: join(home, file) },
      });
    },
  );

  test('settings that are no JSON are an error, not another engine', async () => {
    await write('.docker/config.json', '{bad');
    await answer('.docker/run/docker.sock');
    expect(await failure(find())).toMatchObject({ code: 'docker.bad-config' });
  });
});
