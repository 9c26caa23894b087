import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { failure, useEngine } from './use-engine.ts';

const { attempt, engine, perform } = useEngine('ensure');
let registry: Server;
let reference: string;
const asked: string[] = [];

const digest = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The smallest registry: one image with one layer, on loopback, which needs no TLS. */
async function startRegistry(): Promise<Server> {
  const files = pack();
  files.entry({ name: 'attempt' }, attempt);
  files.finalize();
  const tar = await buffer(files);
  const layer = gzipSync(tar);
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [digest(tar)] },
    }),
  );
  const type = 'application/vnd.docker';
  const part = (mediaType: string, bytes: Buffer) => ({
    mediaType,
    size: bytes.length,
    digest: digest(bytes),
  });
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: `${type}.distribution.manifest.v2+json`,
      config: part(`${type}.container.image.v1+json`, config),
      layers: [part(`${type}.image.rootfs.diff.tar.gzip`, layer)],
    }),
  );
  const blobs = new Map([config, layer].map((bytes) => [digest(bytes), bytes]));
  return createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const last = path.split('/').at(-1) ?? '';
    const isManifest =
      path.includes('/manifests/') && (last === 'latest' || last === digest(manifest));
    const body = path === '/v2/' ? Buffer.from('{}') : isManifest ? manifest : blobs.get(last);
    if (!body) return response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    response.setHeader('Content-Length', body.length);
    response.setHeader('Docker-Content-Digest', digest(body));
    if (isManifest) response.setHeader('Content-Type', `${type}.distribution.manifest.v2+json`);
    return response.end(request.method === 'HEAD' ? undefined : body);
  });
}

beforeAll(async () => {
  registry = await startRegistry();
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  reference = `127.0.0.1:${(registry.address() as AddressInfo).port}/${attempt}`;
});
afterEach(async () => {
  const image = await engine().find('image', `${reference}:latest`);
  if (image) await engine().remove(image);
});
afterAll(() => registry.close());

test('an image that is not there is pulled, its latest tag alone, and only once', async () => {
  const said: string[] = [];
  const onOutput = (chunk: string) => said.push(chunk);
  const first = await perform('docker.image.ensure', { image: reference }, { onOutput });
  expect(first).toMatchObject({ exit: 0, stdout: `pulled ${reference}\n` });
  expect(said.join('')).toMatch(/Pull complete/);
  expect(asked.filter((path) => path.includes('tags'))).toEqual([]);
  expect(await engine().find('image', reference)).toMatchObject({
    id: expect.stringMatching(/^sha256:/),
  });

  asked.length = 0;
  expect(await perform('docker.image.ensure', { image: reference })).toMatchObject({ stdout: '' });
  expect(asked).toEqual([]);
});

test('an image that the registry does not have is told in the engine’s words', async () => {
  const image = `${reference}:other`;
  const error = await failure(perform('docker.image.ensure', { image }));
  expect(error).toMatchObject({ code: 'docker.pull-failed', exit: 4, values: { image } });
  expect(error.values.words).toMatch(/not found|manifest unknown/);
});

test('removing an image by its name leaves one alone that has got the name since', async () => {
  await perform('docker.image.ensure', { image: reference });
  const name = `${reference}:latest`;
  const image = await engine().find('image', name);
  if (!image) return expect.unreachable();
  expect(await engine().remove({ ...image, id: `sha256:${'0'.repeat(64)}` })).toBe('gone');
  expect(await engine().find('image', name)).toEqual(image);
  expect(await engine().remove(image)).toBe('removed');
});
