import { expect, test, vi } from 'vitest';
import { image, useEngine } from './use-engine.ts';

const { engine, exec, perform, run, web } = useEngine('exec');

test('keeps stdout and stderr apart, and the exit code of the command', async () => {
  await run();
  const outcome = await exec(['sh', '-c', 'echo out; echo err >&2; exit 3']);
  expect(outcome).toEqual({
    exit: 3,
    stdout: 'out\n',
    stderr: 'err\n',
    truncated: false,
    timedOut: false,
  });
});

test('gives the runtime’s words and 126 or 127 when the program is not there', async () => {
  await run();
  const outcome = await exec(['/no/such/program']);
  expect([126, 127]).toContain(outcome.exit);
  expect(outcome.stdout + outcome.stderr).toContain('/no/such/program');
});

test('kills a command at its deadline, and does not just let go of it', async () => {
  await run();
  const outcome = await exec(['sh', '-c', 'echo begun; exec sleep 765'], { deadline: 1_000 });
  expect(outcome).toMatchObject({ exit: null, timedOut: true, stdout: 'begun\n' });
  const top = await exec(['sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "']);
  expect(top.stdout).not.toContain('sleep 765');
});

test('lets go at the deadline in an image without timeout, and says that it timed out', async () => {
  await run();
  const remove =
    'rm -f $(command -v -p timeout) /bin/timeout /usr/bin/timeout; ! command -v timeout';
  expect(await exec(['sh', '-c', remove])).toMatchObject({ exit: 0 });
  // What an image has is found out once for a container, so this needs a fresh one of it.
  const container = engine().docker.getContainer(web);
  const bare = `${image.split(':')[0]}:eng-bare-${process.pid}`;
  const [repo, tag] = bare.split(':');
  await container.commit({ repo, tag });
  await perform('docker.container.remove', { container: web });
  await run({ image: bare });
  const before = performance.now();
  const outcome = await exec(['sh', '-c', 'echo begun; exec sleep 20'], { deadline: 1_000 });
  expect(outcome).toMatchObject({ exit: null, timedOut: true, stdout: 'begun\n' });
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('caps the output and says so, while all of it is passed on', async () => {
  await run();
  let passed = 0;
  const onOutput = (chunk: string) => {
    passed += chunk.length;
  };
  const outcome = await exec(['sh', '-c', 'head -c 200000 /dev/zero | tr "\\0" x'], { onOutput });
  expect(outcome.truncated).toBe(true);
  expect(outcome.stdout).toHaveLength(64 * 1024);
  expect(passed).toBe(200_000);
});

test('leaves a detached command running', async () => {
  await run();
  const command = ['sh', '-c', 'touch /tmp/begun; exec sleep 500'];
  await perform('docker.container.exec', { container: web, command, detach: true });
  await vi.waitFor(async () => expect((await exec(['ls', '/tmp/begun'])).exit).toBe(0));
});

test('ends at once when the caller aborts, with the caller’s reason', async () => {
  await run();
  const abort = new AbortController();
  const onOutput = () => abort.abort(new Error('the learner has left'));
  const command = ['sh', '-c', 'echo begun; exec sleep 5'];
  await expect(exec(command, { signal: abort.signal, onOutput })).rejects.toThrow(
    'the learner has left',
  );
});
