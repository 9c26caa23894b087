import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';
import { findMisfits } from './fits-schema.ts';

const lab = resolve('labs/docker-network');

const needing: string[][] = [
  ['start', lab],
  ['start', lab, '--auto'],
  ['check', lab],
  ['hint', lab],
  ['solve', lab],
  ['env', lab],
  ['reset', lab],
  ['reset', lab, 'default-bridge'],
  ['clean'],
  ['clean', lab],
  ['images'],
];

test.each(needing)('labs %s %s without an engine exits 3 and says what to do', async (...args) => {
  const env = { LABS_HOME: await tempFolder(), DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  const { exit, stdout, stderr } = await runLabs([...args.filter(Boolean), '--json'], env);
  expect(exit, stderr).toBe(3);
  expect(findMisfits(stdout, 'error')).toEqual([]);
  const { error } = JSON.parse(stdout);
  expect(error.code).toBe('docker.not-there');
  expect(error.what).toContain('unix:///nonexistent/docker.sock');
  expect(error.next).toMatch(/DOCKER_HOST/);
});

test('labs doctor without an engine exits 3, and its document says why', async () => {
  const env = { LABS_HOME: await tempFolder(), DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  const { exit, stdout } = await runLabs(['doctor', '--json'], env);
  expect(exit).toBe(3);
  expect(findMisfits(stdout, 'doctor')).toEqual([]);
  expect(JSON.parse(stdout)).toMatchObject({ engine: null, failure: { code: 'docker.not-there' } });
});

const working: string[][] = [
  ['list'],
  ['status'],
  ['validate', lab],
  ['--help'],
  ['start', '--help'],
  ['completion', 'bash'],
  ['--version'],
];

test.each(working)('labs %s %s works without an engine', async (...args) => {
  const env = { LABS_HOME: await tempFolder(), DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  expect(await runLabs(args.filter(Boolean), env)).toMatchObject({ exit: 0, stderr: '' });
});

test('a socket that is none, that is closed, and that talks nonsense: each exits 3', async () => {
  const folder = await tempFolder();
  const file = join(folder, 'file');
  await writeFile(file, '');
  const socket = join(folder, 'babble.sock');
  const server = createServer((client) => client.on('error', () => {}).end('hello\n')).listen(
    socket,
  );
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => closed.once('listening', done));
  const address = closed.address() as { port: number };
  await new Promise((done) => closed.close(done));
  const hosts = [
    `unix://${file}`,
    `unix://${folder}`,
    `unix://${socket}`,
    `tcp://127.0.0.1:${address.port}`,
    'nonsense://x',
  ];
  try {
    for (const DOCKER_HOST of hosts) {
      const ran = await runLabs(['check', lab], { LABS_HOME: folder, DOCKER_HOST });
      expect(ran, DOCKER_HOST).toMatchObject({ exit: 3, stdout: '' });
      expect(ran.stderr).toContain(DOCKER_HOST);
      expect(ran.stderr.trim().split('\n')).toHaveLength(2);
    }
  } finally {
    server.close();
  }
});
