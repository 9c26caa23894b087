import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildLines, emptyDigest } from '../../src/journal/chain.ts';
import type { Entry, JournalRecord } from '../../src/journal/entry.ts';
import { takeSnapshot } from '../engine-snapshot.ts';
import { runLabs, startLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';
import { findMisfits } from './fits-schema.ts';

const exec = promisify(execFile);
const lab = 'test/cli/lab-none';

async function makeHome(folder?: string): Promise<{ LABS_HOME: string }> {
  const env = { LABS_HOME: folder ?? (await tempFolder()) };
  onTestFinished(() => runLabs(['clean', 'none'], env).then(() => {}));
  return env;
}

async function findJournal({ LABS_HOME }: { LABS_HOME: string }): Promise<string> {
  const root = join(LABS_HOME, 'data', 'attempts', 'none');
  return join(root, (await readdir(root)).sort().at(-1) ?? '', 'journal.jsonl');
}

async function readEntries(path: string): Promise<Entry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Entry);
}

const play = (...more: string[]) => ['start', lab, '--auto', '--trust', ...more];

test('a second runner says which process holds the attempt, and nothing is lost', async () => {
  const env = await makeHome();
  const before = await takeSnapshot();
  const first = startLabs(play(), env);
  const ended = once(first, 'close');
  const busy = async () => {
    const entries = await readEntries(await findJournal(env));
    expect(entries.some((entry) => entry.type === 'operation' && entry.step === 'slow')).toBe(true);
  };
  await vi.waitFor(busy, 20_000);
  // All at once: each must come while the first is at its slow step.
  const refused = async (args: string[]) => {
    const second = await runLabs(args, env);
    expect(second.exit).toBe(4);
    expect(findMisfits(second.stdout, 'error')).toEqual([]);
    const { error } = JSON.parse(second.stdout);
    expect(error).toMatchObject({ code: 'session.locked', values: { pid: first.pid } });
    expect(error.what).toContain(`labs start ${lab}`);
  };
  await Promise.all([
    refused(play('--json')),
    refused(['check', lab, '--json']),
    refused(['reset', lab, '--json']),
    refused(['hint', lab, '--json']),
  ]);
  const cleaned = await runLabs(['clean', '--json'], env);
  expect(cleaned.exit).toBe(4);
  expect(findMisfits(cleaned.stdout, 'clean')).toEqual([]);
  expect(JSON.parse(cleaned.stdout)).toMatchObject({
    removed: [],
    failed: [{ lab: 'none', error: { code: 'session.locked' } }],
  });
  expect(await runLabs(['status', '--json'], env)).toMatchObject({ exit: 0, stderr: '' });
  expect(await runLabs(['env', 'none'], env)).toMatchObject({ exit: 0, stderr: '' });
  expect(await ended).toEqual([0, null]);
  expect(await runLabs(['clean'], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot()).toEqual(before);
}, 60_000);

test('a journal that was cut in the middle of a line: told once, and the attempt goes on', async () => {
  const env = await makeHome();
  expect(await runLabs(play(), env)).toMatchObject({ exit: 0 });
  const path = await findJournal(env);
  await truncate(path, (await stat(path)).size - 40);
  const resumed = await runLabs(play(), env);
  expect(resumed.exit, resumed.stderr).toBe(0);
  expect(resumed.stderr).toMatch(/torn end .*: \d+ bytes were dropped/);
  const again = await runLabs(['check', lab, '--lang', 'ko'], env);
  expect(again).toMatchObject({ exit: 0, stderr: '' });
  const korean = await readFile(path, 'utf8');
  await writeFile(path, `${korean}{"n":`);
  expect((await runLabs(['clean', 'none', '--lang', 'ko'], env)).stderr).toContain('잘려 있어');
});

test('a journal that was torn as it was opened is no attempt: the next start opens one', async () => {
  for (const torn of ['', '{"n":0,"at":']) {
    const env = await makeHome();
    const folder = join(env.LABS_HOME, 'data', 'attempts', 'none', '20200101-000000-000000');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'journal.jsonl'), torn);
    expect(await runLabs(['status', '--json'], env)).toMatchObject({ exit: 0 });
    expect(await runLabs(['clean'], env)).toMatchObject({ exit: 0 });
    expect(await runLabs(['check', lab, '--trust'], env)).toMatchObject({ exit: 1 });
  }
});

test('a journal that was changed in the middle is refused with its line, and hides no other lab', async () => {
  const env = await makeHome();
  expect(await runLabs(['check', lab, '--trust'], env)).toMatchObject({ exit: 1 });
  expect(await runLabs(['start', lab], env)).toMatchObject({ exit: 0 });
  const path = await findJournal(env);
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('"nnn-one"', '"nnn-own"'));
  for (const args of [
    play(),
    ['check', lab],
    ['env', 'none'],
    ['reset', lab],
    ['status', 'none'],
  ]) {
    const { exit, stdout } = await runLabs([...args, '--json'], env);
    expect(exit).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'session.journal-broken', values: { path, line: 2 } },
    });
  }
  for (const name of ['status', 'clean']) {
    const { exit, stdout } = await runLabs([name, '--json'], env);
    expect(exit).toBe(4);
    expect(findMisfits(stdout, name)).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({
      failed: [{ lab: 'none', error: { code: 'session.journal-broken' } }],
    });
  }
  await writeFile(path, whole);
});

test('a lab whose names have changed since is not gone on with; reset works from the journal', async () => {
  const env = await makeHome();
  const folder = join(await tempFolder(), 'changed');
  await exec('cp', ['-r', lab, folder]);
  expect(await runLabs(['check', folder, '--trust'], env)).toMatchObject({ exit: 1 });
  const file = join(folder, 'lab.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('nnn-two', 'nnn-three'));
  const changed = await runLabs(['check', folder, '--trust', '--json'], env);
  expect(changed.exit).toBe(2);
  expect(JSON.parse(changed.stdout)).toMatchObject({
    error: { code: 'session.lab-changed', next: 'Begin anew with: labs reset none' },
  });
  await rm(folder, { recursive: true });
  expect(await runLabs(['reset', 'none'], env)).toMatchObject({ exit: 0 });
});

test('an attempt of another engine is left alone, and can be ended', async () => {
  const env = await makeHome();
  expect(await runLabs(['check', lab, '--trust'], env)).toMatchObject({ exit: 1 });
  const path = await findJournal(env);
  const entries = await readEntries(path);
  const moved = entries.map((entry) =>
    entry.type === 'attempt' ? { ...entry, engine: { ...entry.engine, id: 'other' } } : entry,
  );
  const records = moved.map(({ n, at, prev, ...record }) => record as JournalRecord);
  const { lines } = buildLines(records, { n: 0, prev: emptyDigest }, entries[0]?.at ?? '');
  await writeFile(path, `${lines.join('\n')}\n`);
  const refused = await runLabs(['check', lab, '--json'], env);
  expect(refused.exit).toBe(4);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'session.other-engine' } });
  const cleaned = await runLabs(['clean', '--json'], env);
  expect(cleaned.exit).toBe(0);
  expect(JSON.parse(cleaned.stdout)).toEqual({ removed: [], left: [], failed: [] });
  expect(cleaned.stderr).toContain('another engine');
  expect(await runLabs(['reset', lab], env)).toMatchObject({ exit: 0 });
  expect(await runLabs(['check', lab], env)).toMatchObject({ exit: 1 });
});

test('a learner file that somebody changed is told, and not replaced', async () => {
  const env = await makeHome();
  await mkdir(join(env.LABS_HOME, 'data'), { recursive: true });
  for (const content of ['', '{"id":1}', 'null']) {
    await writeFile(join(env.LABS_HOME, 'data', 'learner.json'), content);
    const { exit, stdout } = await runLabs(['check', lab, '--trust', '--json'], env);
    expect(exit).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'session.learner-broken' } });
  }
});

test('on a full disk nothing is shown as done that is not written; with room it goes on', async () => {
  const folder = await tempFolder();
  await exec('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'labs-test', folder]);
  onTestFinished(() => exec('umount', ['-l', folder]).then(() => {}));
  const env = await makeHome(folder);
  const before = await takeSnapshot();
  expect(await runLabs(['check', lab, '--trust'], env)).toMatchObject({ exit: 1 });
  const ballast = join(folder, 'ballast');
  // The journal has what is left of its page; a step writes more than that.
  await fill(ballast);
  let refused = await runLabs(play('--json'), env);
  expect(refused.exit, refused.stderr).toBe(4);
  expect(findMisfits(refused.stdout, 'error')).toEqual([]);
  expect(JSON.parse(refused.stdout).error.code).toMatch(/^(session\.journal-write|cli\.file)$/);
  expect(JSON.parse(refused.stdout).error.what).toMatch(/ENOSPC/);
  await rm(ballast);
  // Enough to take the lock and to begin, and not enough to end.
  await writeFile(ballast, Buffer.alloc(1));
  await fill(join(folder, 'more'), 4096);
  refused = await runLabs(play(), env);
  const passed = (await readEntries(await findJournal(env))).filter(
    ({ type }) => type === 'passed',
  );
  expect(refused.exit).toBe(4);
  expect(refused.stdout.match(/^ {2}✓/gm) ?? []).toHaveLength(passed.length);
  await rm(ballast);
  await rm(join(folder, 'more'));
  const resumed = await runLabs(play(), env);
  expect(resumed.exit, resumed.stderr).toBe(0);
  expect(await runLabs(['clean', 'none'], env)).toMatchObject({ exit: 0 });
  expect(await takeSnapshot()).toEqual(before);
});

test('a full disk when the first attempt would be opened leaves nothing that is in the way later', async () => {
  const folder = await tempFolder();
  await exec('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'labs-test', folder]);
  onTestFinished(() => exec('umount', ['-l', folder]).then(() => {}));
  const env = await makeHome(folder);
  const ballast = join(folder, 'ballast');
  await fill(ballast);
  const { exit, stdout } = await runLabs(['check', lab, '--trust', '--json'], env);
  expect(exit).toBe(4);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'cli.file' } });
  await rm(ballast);
  expect(await runLabs(['check', lab, '--trust'], env)).toMatchObject({ exit: 1 });
});

/** Writes until the disk is full, but for `room` bytes. */
async function fill(path: string, room = 0): Promise<void> {
  const { stdout } = await exec('df', ['--output=avail', '-B1', join(path, '..')]);
  const left = Number(stdout.trim().split('\n')[1]) - room;
  for (let written = 0; written < left; written += 4096) {
    await appendFile(path, Buffer.alloc(4096)).catch(() => undefined);
  }
}

test('Ctrl-C ends a run with 130, and nothing is lost', async () => {
  const env = await makeHome();
  const child = startLabs(play('--json'), env);
  let out = '';
  child.stdout?.on('data', (chunk) => (out += chunk));
  const ended = once(child, 'close');
  await vi.waitFor(async () => {
    const entries = await readEntries(await findJournal(env));
    expect(entries.some((entry) => entry.type === 'operation' && entry.step === 'slow')).toBe(true);
  }, 20_000);
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(findMisfits(out, 'error')).toEqual([]);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'cli.interrupted', exit: 130 } });
  expect(await runLabs(play(), env)).toMatchObject({ exit: 0 });
});
