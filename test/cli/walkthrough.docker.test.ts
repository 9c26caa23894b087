import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import stringWidth from 'string-width';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EngineSnapshot, takeSnapshot } from '../engine-snapshot.ts';
import { runLabs } from '../run-labs.ts';
import { findMisfits } from './fits-schema.ts';

const exec = promisify(execFile);
let folder = '';
let before: EngineSnapshot;

/** The tests of this file work through one attempt, in their order. */
const lab = () => join(folder, 'a lab');
const env = () => ({ LABS_HOME: join(folder, 'home') });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-test-'));
  // A path with a space: whatever is told to be typed must survive it.
  await cp('test/session/lab', lab(), { recursive: true });
  // These tests ask for much that is not there: none of it comes if one waits.
  const definition = await readFile(join(lab(), 'lab.yaml'), 'utf8');
  await writeFile(join(lab(), 'lab.yaml'), definition.replaceAll('within: 5s', 'within: 1s'));
  before = await takeSnapshot();
});

afterAll(async () => {
  await runLabs(['clean'], env());
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command with --json; its document has to fit the schema of that command, or of an error. */
async function document(exit: number, name: string, ...args: string[]) {
  const ran = await runLabs([name, ...args, '--json'], env());
  expect(ran.exit, ran.stderr).toBe(exit);
  const parsed = JSON.parse(ran.stdout);
  expect(findMisfits(ran.stdout, parsed.error ? 'error' : name)).toEqual([]);
  return parsed;
}

test('a lab from elsewhere shows what it would run, and without a terminal runs nothing', async () => {
  const { exit, stderr, stdout } = await runLabs(['start', lab()], env());
  expect(exit).toBe(2);
  expect(stdout).toBe('');
  for (const line of [
    'docker volume create ${{ names.data }}',
    'docker exec ${{ names.web }} ip addr',
    'docker.network.connect',
  ]) {
    expect(stderr).toContain(line);
  }
  expect(await document(2, 'check', lab())).toMatchObject({ error: { code: 'cli.not-trusted' } });
  expect(await document(2, 'env', lab())).toMatchObject({ error: { code: 'session.no-attempt' } });
  expect(await document(2, 'reset', lab())).toMatchObject({
    error: { code: 'session.no-attempt' },
  });
  expect(await takeSnapshot()).toEqual(before);
});

test('check opens an attempt, makes nothing, and judges the first step', async () => {
  const checked = await document(1, 'check', lab(), '--trust');
  expect(checked).toMatchObject({
    lab: 'small',
    passed: false,
    steps: [{ step: 'serve', passed: false }],
  });
  expect(checked.steps[0].results.map(({ status }: { status: string }) => status)).toEqual([
    'fail',
    'fail',
    'open',
  ]);
  // The engine removes the helper when the process that it served has ended.
  await expect.poll(() => takeSnapshot()).toEqual(before);
  const { attempts } = await document(0, 'status');
  expect(attempts).toMatchObject([
    { lab: 'small', step: null, steps: [{ id: 'serve' }, { id: 'ask' }, { id: 'apart' }] },
  ]);
});

test('what was trusted once is not asked about again, until the lab changes', async () => {
  const { exit, stderr } = await runLabs(['check', lab()], env());
  expect(exit, stderr).toBe(1);
  expect(stderr).toBe('');
  const file = join(lab(), 'lab.yaml');
  const definition = await readFile(file, 'utf8');
  await writeFile(file, definition.replace('For the tests of attempts.', 'Something else.'));
  expect(await document(2, 'check', lab())).toMatchObject({ error: { code: 'cli.not-trusted' } });
  await writeFile(file, definition);
});

test('styles come when they are asked for, and NO_COLOR wins', async () => {
  const forced = await runLabs(['check', lab()], { ...env(), FORCE_COLOR: '1' });
  expect(forced.stdout).toContain('\x1b[31m✗');
  const both = await runLabs(['check', lab()], { ...env(), FORCE_COLOR: '1', NO_COLOR: '1' });
  expect(both.stdout).not.toContain('\x1b');
});

test('a step that there is not: the nearest is named', async () => {
  for (const name of ['check', 'reset']) {
    const { error } = await document(2, name, lab(), 'srve');
    expect(error).toMatchObject({ code: 'cli.unknown-step-near', values: { guess: 'serve' } });
    expect(error.next).toContain('serve, ask, apart');
  }
});

test('hints come one at a time, and each is recorded', async () => {
  expect(await document(0, 'hint', lab())).toMatchObject({
    hints: ['docker run -d --name …'],
    left: 1,
  });
  expect(await document(0, 'hint', lab())).toMatchObject({
    hints: ['docker run -d --name …', '-p HOST:CONTAINER'],
    left: 0,
  });
  expect(await document(0, 'hint', lab())).toMatchObject({ left: 0 });
  const said = await runLabs(['hint', lab()], env());
  expect(said.stdout).toContain(`labs solve '${lab()}'`);
  const { attempts } = await document(0, 'status', 'small');
  expect(attempts[0].steps[0]).toMatchObject({ id: 'serve', hints: 2, revealed: false });
});

test('a start without a terminal makes the step ready and looks once', async () => {
  const started = await document(0, 'start', lab());
  expect(started).toMatchObject({ step: 'serve', passed: false });
  expect(started.text).toContain('sml-web');
  const { networks } = await takeSnapshot();
  expect(networks.some((line) => line.endsWith(' sml-base'))).toBe(true);
});

test('the environment is fit for bash, dash and zsh, and is what --json says', async () => {
  const values = await document(0, 'env', 'small');
  const { stdout } = await runLabs(['env', lab()], env());
  const names = Object.keys(values);
  for (const shell of ['bash', 'dash', 'zsh']) {
    const script = `set -eu; eval "$1"; ${names.map((name) => `printf '%s\\n' "$${name}"`).join('; ')}`;
    const ran = await exec(shell, ['-c', script, shell, stdout]).catch((error) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (ran) expect(ran.stdout.trimEnd().split('\n')).toEqual(Object.values(values));
  }
});

test('the solution is shown and recorded, and --run plays it', async () => {
  const { solution } = await document(0, 'solve', lab());
  expect(solution[0]).toContain('docker run -d --name sml-web --network sml-base');
  const { attempts } = await document(0, 'status');
  expect(attempts[0].steps[0]).toMatchObject({ revealed: true, status: 'open' });
  expect(await document(0, 'solve', lab(), '--run')).toMatchObject({
    passed: true,
    steps: [{ step: 'serve', outcome: 'passed' }],
  });
});

test.each(['en', 'ko'])(
  'at 60 columns no line is longer, and nothing is styled (%s)',
  async (language) => {
    for (const args of [['status'], ['check', lab(), '--all'], ['doctor'], ['list'], ['--help']]) {
      const { stdout } = await runLabs([...args, '--lang', language], { ...env(), COLUMNS: '60' });
      expect(stdout).not.toContain('\x1b');
      expect(stdout.trim()).not.toBe('');
      for (const line of stdout.split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(60);
    }
  },
);

test('start --auto plays the rest; steps that have passed are left alone', async () => {
  const [container] = (await takeSnapshot()).containers.filter((line) => line.includes('sml-web'));
  const step = await document(0, 'check', lab(), 'serve');
  expect(step.steps).toMatchObject([{ step: 'serve' }]);
  expect(container).toBeDefined();
  const played = await document(0, 'start', lab(), '--auto');
  expect(played).toMatchObject({
    passed: true,
    steps: [{ step: 'serve' }, { step: 'ask' }, { step: 'apart' }],
  });
  const again = await takeSnapshot();
  expect(await document(0, 'start', lab(), '--auto')).toMatchObject({ passed: true });
  expect(await takeSnapshot()).toEqual(again);
  const all = await document(1, 'check', lab(), '--all');
  expect(all.steps.map((one: { step: string; passed: boolean }) => [one.step, one.passed])).toEqual(
    [
      ['serve', false],
      ['ask', false],
      ['apart', true],
    ],
  );
});

test('when all is done every command says so', async () => {
  expect(await document(0, 'hint', lab())).toMatchObject({ step: null, hints: [], left: 0 });
  expect(await document(0, 'solve', lab())).toMatchObject({ step: null, solution: [] });
  expect(await document(0, 'start', lab())).toMatchObject({ step: null });
  expect(await document(0, 'check', lab())).toMatchObject({
    passed: true,
    steps: [{ step: 'apart' }],
  });
});

test('reset LAB STEP removes what the step made and sets it up again', async () => {
  expect(await document(0, 'reset', lab(), 'serve')).toMatchObject({ step: 'serve' });
  const { containers, networks, volumes } = await takeSnapshot();
  const owned = [...containers, ...networks, ...volumes].filter((line) => / ?sml-/.test(line));
  expect(owned).toEqual([expect.stringMatching(/ sml-base$/)]);
  const { attempts } = await document(0, 'status');
  expect(attempts[0].steps.map(({ status }: { status: string }) => status)).toEqual([
    'open',
    'passed',
    'passed',
  ]);
});

test('reset LAB ends the attempt, and all is as it was before', async () => {
  const ended = await document(0, 'reset', lab());
  expect(ended).toMatchObject({
    step: null,
    left: [],
    removed: [{ kind: 'network', name: 'sml-base' }],
  });
  expect(await document(0, 'status')).toEqual({ attempts: [], failed: [] });
  expect(await takeSnapshot()).toEqual(before);
  expect(await document(0, 'clean')).toEqual({ removed: [], left: [], failed: [] });
});
