import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { takeSnapshot } from '../engine-snapshot.ts';
import { runLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';

const lab = 'test/cli/lab-subnet';
const image = 'labs-toolbox:1';

/** Types a docker command as somebody else would; what it makes goes with the test. */
async function docker(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', args);
  return stdout.trim();
}

async function runContainer(...args: string[]): Promise<string> {
  const id = await docker('run', '-d', ...args, image, 'sleep', '600');
  onTestFinished(() =>
    docker('rm', '-f', id).then(
      () => {},
      () => {},
    ),
  );
  return id;
}

async function createNetwork(name: string, subnet: string): Promise<string> {
  const id = await docker('network', 'create', '--subnet', subnet, name);
  onTestFinished(() =>
    docker('network', 'rm', id).then(
      () => {},
      () => {},
    ),
  );
  return id;
}

async function makeHome(): Promise<Record<string, string>> {
  const env = { LABS_HOME: await tempFolder() };
  // A test that fails must not make the others fail.
  onTestFinished(() => runLabs(['clean'], env).then(() => {}));
  return env;
}

async function readJournal(home: string): Promise<Entry[]> {
  const root = join(home, 'data', 'attempts', 'subnet');
  const newest = (await readdir(root)).sort().at(-1) ?? '';
  const text = await readFile(join(root, newest, 'journal.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

test.each(['en', 'ko'])(
  'a container of the user that bears a name the lab wants: refused, its owner named, untouched (%s)',
  async (language) => {
    const env = await makeHome();
    const id = await runContainer(
      '--name',
      'sbn-web',
      '--label',
      'com.docker.compose.project=shop',
    );
    const before = await takeSnapshot();
    for (const args of [
      ['start', lab, '--auto', '--trust'],
      ['check', lab],
    ]) {
      const { exit, stdout, stderr } = await runLabs([...args, '--lang', language], env);
      expect(exit).toBe(4);
      expect(stdout).toBe('');
      expect(stderr).toContain('sbn-web');
      expect(stderr).toContain(`${id.slice(0, 12)}, compose shop`);
      expect(stderr).toContain('docker container rm -f sbn-web');
    }
    expect(await takeSnapshot()).toEqual(before);
    expect(await runLabs(['clean'], env)).toMatchObject({ exit: 0 });
    expect(await takeSnapshot()).toEqual(before);
  },
);

test('after a clean a name is the user’s again: it is neither removed nor worked on', async () => {
  const env = await makeHome();
  expect(await runLabs(['start', lab, '--auto', '--trust'], env)).toMatchObject({ exit: 0 });
  expect(await runLabs(['clean', 'subnet'], env)).toMatchObject({ exit: 0 });
  const id = await runContainer('--name', 'sbn-web');
  const before = await takeSnapshot();
  expect(await runLabs(['clean'], env)).toMatchObject({ exit: 0 });
  const { exit, stderr } = await runLabs(['reset', lab, 'only'], env);
  expect(stderr).toContain(id.slice(0, 12));
  expect(exit).toBe(4);
  expect(await runLabs(['reset', lab], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot()).toEqual(before);
});

test('a network of the user on the wanted subnet: another is drawn, and the blocker is recorded', async () => {
  const env = await makeHome();
  expect(await runLabs(['check', lab, '--trust'], env)).toMatchObject({ exit: 1 });
  const drawn = JSON.parse((await runLabs(['env', 'subnet', '--json'], env)).stdout);
  const wanted = String(drawn.LABS_VARS_SUBNET);
  expect(drawn.LABS_VARS_WORD).toBe("it's");
  const { stdout: script } = await runLabs(['env', 'subnet'], env);
  const { stdout } = await promisify(execFile)('dash', [
    '-c',
    'eval "$1"; printf %s "$LABS_VARS_WORD"',
    'dash',
    script,
  ]);
  expect(stdout).toBe("it's");
  expect(await runLabs(['reset', lab], env)).toMatchObject({ exit: 0 });
  await createNetwork('sbn-own', wanted);
  const before = await takeSnapshot();

  expect(await runLabs(['start', lab, '--auto'], env)).toMatchObject({ exit: 0 });
  const record = (await readJournal(env.LABS_HOME ?? '')).find(
    (entry) => entry.type === 'drawn' && entry.name === 'subnet',
  );
  expect(record).toMatchObject({
    passed: [{ candidate: wanted, blocker: `network sbn-own (${wanted})` }],
  });
  expect(record).not.toMatchObject({ value: wanted });
  expect(await runLabs(['clean', 'subnet'], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot()).toEqual(before);
});

test.each(['en', 'ko'])(
  'no subnet is free: every blocker is named, and nothing is made (%s)',
  async (language) => {
    const env = await makeHome();
    await createNetwork('sbn-wide', '10.213.77.0/24');
    const before = await takeSnapshot();
    const { exit, stdout, stderr } = await runLabs(
      ['start', lab, '--auto', '--trust', '--json', '--lang', language],
      env,
    );
    expect(exit).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'session.no-subnet', values: { space: '10.213.77.0/28' } },
    });
    expect(stderr).toContain('network sbn-wide (10.213.77.0/24)');
    expect(JSON.parse((await runLabs(['status', '--json'], env)).stdout)).toMatchObject({
      attempts: [],
    });
    expect(await takeSnapshot()).toEqual(before);
  },
);

test('a foreign container on a network of the lab: clean says so and leaves it; once it is off, all goes', async () => {
  const env = await makeHome();
  const guest = await runContainer('--name', 'sbn-guest');
  const before = await takeSnapshot();
  expect(await runLabs(['start', lab, '--auto', '--trust'], env)).toMatchObject({ exit: 0 });
  await docker('network', 'connect', 'sbn-net', guest);
  const held = await runLabs(['clean', 'subnet', '--json'], env);
  expect(held.exit).toBe(4);
  expect(JSON.parse(held.stdout)).toMatchObject({
    removed: [{ kind: 'container', name: 'sbn-web' }],
    left: [{ object: { kind: 'network', name: 'sbn-net' }, why: 'in-use', by: ['sbn-guest'] }],
  });
  const told = await runLabs(['clean', 'subnet'], env);
  expect(told.exit).toBe(4);
  expect(told.stderr).toContain('docker network disconnect sbn-net sbn-guest');
  expect(await docker('inspect', '-f', '{{.State.Running}}', guest)).toBe('true');
  const blocked = await runLabs(['reset', lab, 'only', '--json'], env);
  expect(blocked.exit).toBe(4);
  expect(JSON.parse(blocked.stdout)).toMatchObject({
    error: { code: 'session.in-the-way', values: { name: 'sbn-net', holder: 'sbn-guest' } },
  });
  await docker('network', 'disconnect', 'sbn-net', guest);
  expect(await runLabs(['clean', 'subnet'], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot()).toEqual(before);
});
