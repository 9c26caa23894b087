import { expect, test, vi } from 'vitest';
import type { ProcessMark } from '../../../src/engines/engine.ts';
import { isAlive } from '../../../src/engines/shell/process-mark.ts';
import { runScript, type ScriptOptions } from '../../../src/engines/shell/run-script.ts';

function options(more: Partial<ScriptOptions> = {}): ScriptOptions {
  return { env: {}, cwd: '/tmp', signal: new AbortController().signal, deadline: 10_000, ...more };
}

test('a script that fails is an outcome: its exit code and what it printed', async () => {
  const done = await runScript('echo out; echo err >&2; exit 7', options());
  expect(done).toEqual({
    exit: 7,
    stdout: 'out\n',
    stderr: 'err\n',
    truncated: false,
    timedOut: false,
  });
});

test('the first command that fails ends it', async () => {
  expect(await runScript('false\necho on', options())).toMatchObject({ exit: 1, stdout: '' });
});

test('values come through the environment and are never read as script', async () => {
  const env = { LABS_VARS_WORD: '$(echo hacked); `id`' };
  const done = await runScript('echo "$LABS_VARS_WORD"', options({ env }));
  expect(done.stdout).toBe('$(echo hacked); `id`\n');
});

test('at its deadline it is killed, with all that it started', async () => {
  const marks: ProcessMark[] = [];
  const done = await runScript(
    'sleep 60 & sleep 60',
    options({ deadline: 200, onProcess: async (mark) => void marks.push(mark) }),
  );
  expect(done).toMatchObject({ exit: null, timedOut: true });
  await vi.waitFor(async () => expect(await isAlive(marks[0] as ProcessMark)).toBe(false));
});

test('an abort ends it at once', async () => {
  const controller = new AbortController();
  const running = runScript('sleep 60', options({ signal: controller.signal }));
  controller.abort();
  expect(await running).toMatchObject({ exit: null, timedOut: false });
});

test('an abort while its process is written down ends it, and nothing else', async () => {
  const controller = new AbortController();
  const done = await runScript('echo ran', {
    ...options({ signal: controller.signal }),
    onProcess: async (mark) => {
      controller.abort();
      await vi.waitFor(async () => expect(await isAlive(mark)).toBe(false));
    },
  });
  expect(done).toMatchObject({ exit: null, stdout: '' });
});

test('nothing of it runs before its process was written down', async () => {
  const seen: string[] = [];
  await runScript('echo ran', {
    ...options(),
    onProcess: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push('written');
    },
    onOutput: (text) => void seen.push(text.trim()),
  });
  expect(seen).toEqual(['written', 'ran']);
});

test('it reads no input: what waits for it gets the end', async () => {
  expect(await runScript('cat', options())).toMatchObject({ exit: 0, stdout: '' });
});

test('of a flood the start is kept, and the flood is ended', async () => {
  const done = await runScript('yes', options());
  expect(done).toMatchObject({ exit: null, truncated: true });
  expect(done.stdout.length).toBe(64 * 1024);
});
