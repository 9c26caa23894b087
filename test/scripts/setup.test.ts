import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProgram } from '../../src/engines/docker/toolbox/run-program.ts';
import { copyScript, makeProject, type Ran, runScript } from './run-script.ts';

const lock = { name: 'x', version: '1.0.0', lockfileVersion: 3, requires: true, packages: {} };
const project = {
  'package.json': JSON.stringify({
    name: 'x',
    version: '1.0.0',
    scripts: { build: 'mkdir -p dist && echo built >> builds.log' },
  }),
  'package-lock.json': JSON.stringify({
    ...lock,
    packages: { '': { name: 'x', version: '1.0.0' } },
  }),
  'src/a.ts': 'a',
  'labs/x/lab.yaml': 'x',
  'scripts/build.mjs': '',
};

describe('scripts/setup', () => {
  test('installs and builds once, and again only what has changed', async () => {
    await using made = await makeProject(project);
    const setup = await copyScript('setup', made.path);
    const run = () => runScript(setup, ['packages', 'build']);
    const both = 'setup: installing npm packages\nsetup: building\n';
    expect(await run()).toEqual({ exit: 0, stdout: '', stderr: both });
    expect(await run()).toEqual({ exit: 0, stdout: '', stderr: '' });

    await made.write('src/a.ts', 'b');
    expect(await run()).toMatchObject({ stderr: 'setup: building\n' });
    await made.write('labs/x/text.en.md', 'new');
    expect(await run()).toMatchObject({ stderr: 'setup: building\n' });
    await made.write('package-lock.json', `${project['package-lock.json']}\n`);
    expect(await run()).toMatchObject({ stderr: both });
    expect(await run()).toMatchObject({ stderr: '' });
    expect(await readFile(join(made.path, 'builds.log'), 'utf8')).toBe('built\n'.repeat(4));
  }, 60_000);

  test('shows what a failed build printed, and builds again next time', async () => {
    await using made = await makeProject({
      ...project,
      'package.json': project['package.json'].replace('echo built', 'echo no such luck; exit 7;'),
    });
    const setup = await copyScript('setup', made.path);
    const failed = await runScript(setup, ['packages', 'build']);
    expect(failed.exit).toBe(4);
    expect(failed.stderr).toContain('no such luck');
    expect(await runScript(setup, ['build'])).toMatchObject({ exit: 4 });
  }, 60_000);

  test('refuses a part that it does not know', async () => {
    expect(await runScript('scripts/setup', ['everything'])).toMatchObject({ exit: 2 });
  });
});

/** Runs `scripts/setup engine` on a system that these programs make up. */
async function setupEngine(programs: Record<string, string>): Promise<Ran> {
  const named = Object.entries({ docker: 'exit 1', ...programs });
  await using made = await makeProject(
    Object.fromEntries(named.map(([name, body]) => [`bin/${name}`, `#!/bin/sh\n${body}\n`])),
  );
  const path = `${join(made.path, 'bin')}:${process.env.PATH}`;
  return await runScript('scripts/setup', ['engine'], { PATH: path, DOCKER_HOST: '' });
}

describe('where scripts/setup can install no engine, it says what to install', () => {
  test('on macOS', async () => {
    const ran = await setupEngine({ uname: 'echo Darwin', id: 'echo 501' });
    expect(ran.exit).toBe(3);
    expect(ran.stderr).toMatch(/Docker Desktop|usermod/);
  });

  test('on a system without apt-get', async () => {
    // The end of a search path that has what any system has, and no package manager.
    const tools = ['bash', 'sh', 'dirname', 'uname', 'id', 'cat', 'grep'];
    await using made = await makeProject({ 'bin/docker': '#!/bin/sh\nexit 1\n' });
    for (const tool of tools) {
      await symlink((await findProgram(tool)) ?? '', join(made.path, 'bin', tool));
    }
    const env = { PATH: join(made.path, 'bin'), DOCKER_HOST: '' };
    const ran = await runScript('scripts/setup', ['engine'], env);
    expect(ran.exit).toBe(3);
    expect(ran.stderr).toMatch(/Install Docker|usermod/);
  });

  test('and leaves an engine alone that is named and does not answer', async () => {
    await using made = await makeProject({ 'bin/docker': '#!/bin/sh\nexit 1\n' });
    const env = {
      PATH: `${made.path}/bin:${process.env.PATH}`,
      DOCKER_HOST: 'tcp://192.0.2.1:2375',
    };
    const ran = await runScript('scripts/setup', ['engine'], env);
    expect(ran.exit).toBe(3);
    expect(ran.stderr).toContain('unset DOCKER_HOST');
  });

  test('and does nothing where one answers', async () => {
    expect(await setupEngine({ docker: 'echo 29.0' })).toEqual({ exit: 0, stdout: '', stderr: '' });
  });
});
