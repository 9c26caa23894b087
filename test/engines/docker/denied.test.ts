import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectDocker } from '../../../src/engines/docker/docker.ts';
import { findEndpoint } from '../../../src/engines/docker/endpoint.ts';
import { failure } from './use-engine.ts';

/** Root may open everything, so root becomes nobody for as long as `run` takes. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

test('a socket that one may not open is told from one that is not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'labs-denied-'));
  await chmod(folder, 0o755);
  const socket = join(folder, 'docker.sock');
  const server = createServer((_, response) => response.end('OK'));
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  await chmod(socket, 0);
  const values = { endpoint: `unix://${socket}` };
  const [found, given] = await asNobody(async () => [
    await failure(findEndpoint({}, folder, socket)),
    await failure(connectDocker({ env: { DOCKER_HOST: values.endpoint } })),
  ]);
  server.close();
  await rm(folder, { recursive: true });
  expect(found).toMatchObject({ code: 'docker.denied', exit: 3, values });
  expect(given).toMatchObject({ code: 'docker.denied', exit: 3, values });
});
