import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { takeSnapshot } from '../engine-snapshot.ts';
import { startPrivateEngine } from '../private-engine.ts';
import { runLabs, startLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';
import { findMisfits } from './fits-schema.ts';

const lab = 'test/cli/lab-none';

async function readEntries({ LABS_HOME }: { LABS_HOME: string }): Promise<Entry[]> {
  const root = join(LABS_HOME, 'data', 'attempts', 'none');
  const [attempt = ''] = await readdir(root).catch(() => []);
  const text = await readFile(join(root, attempt, 'journal.jsonl'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Entry);
}

/** Brings the toolbox to another engine, as a classroom without a registry would. */
async function copyToolbox(host: string): Promise<void> {
  const copy = 'docker save labs-toolbox:1 | docker -H "$1" load';
  await promisify(execFile)('bash', ['-c', copy, 'bash', host]);
}

test('an engine killed in the middle of a step: told with exit 3, and gone on with when it is back', async () => {
  await using engine = await startPrivateEngine();
  await copyToolbox(engine.host);
  const env = { LABS_HOME: await tempFolder(), DOCKER_HOST: engine.host };
  const before = await takeSnapshot({ ...process.env, DOCKER_HOST: engine.host });

  const child = startLabs(['start', lab, '--auto', '--trust', '--json'], env);
  let out = '';
  let said = '';
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'close');
  const inTheMiddle = async () => {
    const entries = await readEntries(env);
    const phases = entries.filter((entry) => entry.type === 'operation' && entry.step === 'slow');
    expect(phases.length, said).toBeGreaterThan(0);
  };
  await vi.waitFor(inTheMiddle, 20_000);
  await engine.kill();
  expect(await ended, said).toEqual([3, null]);
  expect(findMisfits(out, 'error')).toEqual([]);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'docker.lost', exit: 3 } });
  expect(said).toMatch(/^labs: The Docker engine went away during run\./m);

  const down = { ...env, LC_ALL: 'ko_KR.UTF-8' };
  for (const args of [
    ['start', lab, '--auto'],
    ['check', lab],
    ['hint', lab],
    ['solve', lab],
    ['env', 'none'],
    ['reset', lab],
    ['reset', lab, 'first'],
    ['clean'],
    ['images'],
    ['doctor'],
  ]) {
    const { exit, stdout, stderr } = await runLabs(args, down);
    expect(exit, args.join(' ')).toBe(3);
    expect(stdout + stderr).toMatch(/엔진/);
  }
  const status = JSON.parse((await runLabs(['status', '--json'], env)).stdout);
  expect(status.attempts[0].steps).toMatchObject([
    { id: 'first', status: 'passed' },
    { id: 'slow', status: 'open' },
  ]);

  await engine.restart();
  const resumed = await runLabs(['start', lab, '--auto', '--json'], env);
  expect(resumed.exit, resumed.stderr).toBe(0);
  const passed = (await readEntries(env)).filter(({ type }) => type === 'passed');
  expect(passed).toHaveLength(2);
  expect(await runLabs(['clean'], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot({ ...process.env, DOCKER_HOST: engine.host })).toEqual(before);
});
