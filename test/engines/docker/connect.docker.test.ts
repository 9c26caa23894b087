import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSocketServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectDocker } from '../../../src/engines/docker/docker.ts';
import { failure } from './use-engine.ts';

let folder: string;
let server: Server | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-connect-'));
});
afterEach(async () => {
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function listen(made: Server): Promise<string> {
  server = made;
  const socket = join(folder, 'docker.sock');
  await new Promise<void>((resolve) => made.listen(socket, resolve));
  return `unix://${socket}`;
}

test('the engine tells its id and what it is, and the API version is agreed on', async () => {
  const engine = await connectDocker();
  const [major = 0, minor = 0] = engine.value.apiVersion.split('.').map(Number);
  expect(major).toBe(1);
  expect(minor).toBeGreaterThanOrEqual(41);
  expect(engine.docker.modem).toMatchObject({ version: `v${engine.value.apiVersion}` });
  expect(engine.id).not.toBe('');
  expect(engine.value).toMatchObject({ rootless: false, operatingSystem: expect.any(String) });
  engine.close();
});

test('neither DOCKER_HOST nor a certificate path of the process leads the client elsewhere', async () => {
  const before = { ...process.env };
  const { endpoint } = await connectDocker();
  try {
    process.env.DOCKER_HOST = 'tcp://192.0.2.1:2376';
    const engine = await connectDocker({ env: { DOCKER_HOST: endpoint }, deadline: 5_000 });
    expect(engine.endpoint).toBe(endpoint);
    engine.close();
  } finally {
    process.env = before;
  }
});

test('an engine that accepts and says nothing does not answer', async () => {
  const host = await listen(createSocketServer(() => undefined));
  const connecting = connectDocker({ env: { DOCKER_HOST: host }, deadline: 300 });
  expect(await failure(connecting)).toMatchObject({ code: 'docker.no-answer', exit: 3 });
});

test('something else that speaks HTTP is no engine', async () => {
  const host = await listen(
    createServer((_, response) => response.writeHead(404).end('<h1>not here</h1>')),
  );
  const connecting = connectDocker({ env: { DOCKER_HOST: host } });
  expect(await failure(connecting)).toMatchObject({ code: 'docker.no-answer', exit: 3 });
});

test('an engine before 20.10 is too old', async () => {
  const version = { Version: '19.03.15', ApiVersion: '1.40', MinAPIVersion: '1.12' };
  const host = await listen(createServer((_, response) => response.end(JSON.stringify(version))));
  const connecting = connectDocker({ env: { DOCKER_HOST: host } });
  expect(await failure(connecting)).toMatchObject({
    code: 'docker.too-old',
    exit: 3,
    values: { version: '19.03.15' },
  });
});

test('an abort ends connecting with the caller’s reason', async () => {
  const host = await listen(createSocketServer(() => undefined));
  const signal = AbortSignal.timeout(200);
  const connecting = connectDocker({ env: { DOCKER_HOST: host }, signal });
  expect(await failure(connecting)).toMatchObject({ name: 'TimeoutError' });
});
