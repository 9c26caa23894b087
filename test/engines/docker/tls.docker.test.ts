import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDocker } from '../../../src/engines/docker/docker.ts';
import { findEndpoint } from '../../../src/engines/docker/endpoint.ts';
import { failure } from './use-engine.ts';

let folder: string;
let server: Server;
let DOCKER_HOST: string;

/** One certificate that signs itself and serves both sides. */
async function makeCertificate(): Promise<{ key: Buffer; cert: Buffer }> {
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const subject = ['-subj', '/CN=labs-test', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', key, '-out', cert, '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...subject, ...files], { stdio: 'ignore' });
  execFileSync('cp', [cert, join(folder, 'ca.pem')]);
  return { key: await readFile(key), cert: await readFile(cert) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-tls-'));
  const { host } = await findEndpoint(process.env, process.env.HOME ?? '');
  const { key, cert } = await makeCertificate();
  const options = { key, cert, ca: cert, requestCert: true, rejectUnauthorized: true };
  server = createServer(options, (asked, response) => {
    const { socketPath = '' } = host;
    const onward = request({ socketPath, path: asked.url, method: asked.method }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  DOCKER_HOST = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

test('both sides show their certificates', async () => {
  const env = { DOCKER_HOST, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: folder };
  const engine = await connectDocker({ env });
  expect(await engine.find('network', 'bridge')).toMatchObject({ name: 'bridge' });
  engine.close();
});

test('an engine whose certificate nobody vouches for is not talked to, unless that is asked for', async () => {
  await rm(join(folder, 'ca.pem'));
  const unverified = await connectDocker({
    env: { DOCKER_HOST, DOCKER_TLS: '1', DOCKER_CERT_PATH: folder },
  });
  unverified.close();
  const lone = { DOCKER_HOST: DOCKER_HOST.replace('tcp', 'https') };
  expect(await failure(connectDocker({ env: lone }))).toMatchObject({
    code: 'docker.no-answer',
    exit: 3,
  });
});
