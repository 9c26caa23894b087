import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { ProcessMark } from '../../../src/engines/engine.ts';
import { isAlive } from '../../../src/engines/shell/process-mark.ts';
import { type CommandOptions, runCommand } from '../../../src/engines/shell/run-command.ts';
import { tempFolder } from '../../temp-folder.ts';

async function options(given: Partial<CommandOptions> = {}) {
  const heard: string[] = [];
  const marks: ProcessMark[] = [];
  const all: CommandOptions = {
    env: {},
    cwd: await tempFolder(),
    terminal: false,
    signal: new AbortController().signal,
    onProcess: async (mark) => {
      marks.push(mark);
    },
    onOutput: (chunk, stream) => heard.push(`${stream}: ${chunk}`),
    onInterruptible: () => undefined,
    ...given,
  };
  return { all, heard, marks };
}

test('a line runs with the values given, in the folder given; its output comes and is kept', async () => {
  const { all, heard } = await options({ env: { LABS_NAMES_WEB: 'scr-web' } });
  const done = await runCommand('echo $LABS_NAMES_WEB; pwd; echo 오류 >&2; exit 5', all);
  expect(done).toEqual({
    exit: 5,
    stdout: `scr-web\n${all.cwd}\n`,
    stderr: '오류\n',
    truncated: false,
    timedOut: false,
  });
  expect(heard.join('')).toContain('stderr: 오류');
});

test('the command begins only when its process is written down', async () => {
  let written = false;
  const { all, heard } = await options({
    onProcess: async () => {
      await wait(100);
      expect(heard).toEqual([]);
      written = true;
    },
  });
  await runCommand('echo begun', all);
  expect(written).toBe(true);
  expect(heard).toEqual(['stdout: begun\n']);
});

test('a command whose process cannot be written down does not begin', async () => {
  let mark: ProcessMark | undefined;
  const { all, heard } = await options({
    onProcess: async (given) => {
      mark = given;
      throw new Error('the disk is full');
    },
  });
  await expect(runCommand('echo begun', all)).rejects.toThrow('the disk is full');
  await vi.waitFor(async () => expect(mark && (await isAlive(mark))).toBe(false));
  expect(heard).toEqual([]);
});

test('much output is shown whole and kept in part', async () => {
  let shown = 0;
  const { all } = await options({
    onOutput: (chunk) => {
      shown += chunk.length;
    },
  });
  const done = await runCommand('head -c 300000 /dev/zero | tr "\\0" x', all);
  expect(shown).toBe(300_000);
  expect(done.stdout.length).toBeLessThan(100_000);
  expect(done.truncated).toBe(true);
});

test('without a terminal an interrupt ends the command and what it started', async () => {
  let interrupt: () => void = () => undefined;
  const { all, marks } = await options({
    onInterruptible: (given) => {
      interrupt = given;
    },
    onOutput: () => interrupt(),
  });
  const done = await runCommand('echo ready; sleep 300; echo over', all);
  expect(done.exit).not.toBe(0);
  expect(done.stdout).toBe('ready\n');
  await vi.waitFor(async () => {
    for (const mark of marks) expect(await isAlive(mark)).toBe(false);
  });
});

test('a command that will not end when it is told to is ended', async () => {
  const controller = new AbortController();
  const { all } = await options({
    signal: controller.signal,
    onOutput: () => controller.abort(),
  });
  const done = await runCommand('trap "" TERM; echo ready; while :; do sleep 1; done', all);
  expect(done).toMatchObject({ exit: null, stdout: 'ready\n' });
});
