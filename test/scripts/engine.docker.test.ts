import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { findProgram } from '../../src/engines/docker/toolbox/run-program.ts';
import { makeProject, type Ran, runScript } from './run-script.ts';

/** Only root can run a second daemon; where the system's own is used, nothing is started. */
const canStart = process.getuid?.() === 0 && (await findProgram('dockerd')) !== undefined;

/** A daemon beside the machine's own, that touches neither its networks nor its files. */
async function makeEngine() {
  const project = await makeProject({});
  const { path } = project;
  const socket = `unix://${path}/docker.sock`;
  const folders = `--data-root ${path}/data --exec-root ${path}/exec`;
  const env = {
    DOCKER_HOST: socket,
    LABS_ENGINE_ROOT: join(path, 'notes'),
    LABS_ENGINE_FLAGS: `--bridge none --iptables=false ${folders} --host ${socket}`,
  };
  // In a network namespace of its own: `--bridge none` deletes the docker0 that it finds.
  const engine = (command: string): Promise<Ran> =>
    runScript('unshare', ['--net', 'scripts/engine', command], env);
  const dispose = async () => {
    await engine('down');
    // A daemon that was killed leaves the mount that it made of its folder.
    await runScript('umount', [join(path, 'data')]);
    await project[Symbol.asyncDispose]();
  };
  return { path, engine, [Symbol.asyncDispose]: dispose };
}

test.runIf(canStart)(
  'an engine is started once, told apart from others, and stopped without a trace',
  async () => {
    await using made = await makeEngine();
    expect(await made.engine('status')).toMatchObject({ exit: 3, stdout: 'no engine answers\n' });
    expect((await made.engine('up')).stderr).toContain('started dockerd');
    const status = await made.engine('status');
    expect(status.stdout).toMatch(/, started from here \(process \d+\)\n$/);
    expect((await made.engine('up')).stderr).toBe('engine: an engine answers already\n');
    expect(await made.engine('status')).toEqual(status);
    expect(await made.engine('down')).toMatchObject({ exit: 0 });
    expect(await made.engine('status')).toMatchObject({ exit: 3 });
    await expect(access(join(made.path, 'notes/started'))).rejects.toThrow('ENOENT');
  },
);

test.runIf(canStart)(
  'an engine that was killed is known to be gone, and starts again',
  async () => {
    await using made = await makeEngine();
    await made.engine('up');
    const [, pid] = (await readFile(join(made.path, 'notes/started'), 'utf8')).split(' ');
    process.kill(Number(pid), 'SIGKILL');
    await vi.waitFor(async () => expect((await made.engine('status')).exit).toBe(3));
    expect((await made.engine('down')).stderr).toContain('gone already');
    expect(await made.engine('up')).toMatchObject({ exit: 0 });
    expect((await made.engine('status')).stdout).toContain('started from here');
  },
);

test('an engine that runs already is left alone', async () => {
  await using notes = await makeProject({});
  const engine = (command: string) =>
    runScript('scripts/engine', [command], { LABS_ENGINE_ROOT: notes.path });
  expect((await engine('up')).stderr).toBe('engine: an engine answers already\n');
  expect((await engine('status')).stdout).toMatch(/^Docker \S+, not started from here\n$/);
  expect((await engine('down')).stderr).toContain('none is stopped');
  expect((await engine('status')).exit).toBe(0);
});

test('a note about a process whose number was used again stops nobody', async () => {
  await using notes = await makeProject({ started: `dockerd ${process.pid} 1@another-boot\n` });
  const ran = await runScript('scripts/engine', ['down'], { LABS_ENGINE_ROOT: notes.path });
  expect(ran).toMatchObject({ exit: 0 });
  expect(ran.stderr).toContain('gone already');
});
