import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { bin, runLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';

const exec = promisify(execFile);

/** What the completion of bash offers for the last word of a line. */
async function complete(...words: string[]): Promise<string[]> {
  const folder = await tempFolder();
  const { stdout: script } = await runLabs(['completion', 'bash'], {});
  await writeFile(join(folder, 'completion'), script);
  // Where `labs` is called by its name, as the script does.
  await writeFile(join(folder, 'labs'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  await chmod(join(folder, 'labs'), 0o755);
  const line =
    'source "$1/completion"; shift; COMP_WORDS=(labs "$@"); COMP_CWORD=$#; _labs; printf "%s\\n" "${COMPREPLY[@]}"';
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, LABS_HOME: folder };
  const { stdout } = await exec('bash', ['-c', line, 'bash', folder, ...words], { env });
  return stdout.split('\n').filter(Boolean);
}

test('bash completes commands, labs, options and fixed words', async () => {
  expect(await complete('')).toEqual(commands.map(({ name }) => name));
  expect(await complete('sta')).toEqual(['start', 'status']);
  expect(await complete('start', 'docker-n')).toEqual(['docker-network']);
  expect(await complete('check', 'x', '--a')).toEqual(['--all']);
  expect(await complete('completion', 'f')).toEqual(['fish']);
  expect(await complete('images', '')).toEqual(['install', 'remove', 'save', 'load']);
  expect(await complete('start', 'nothing-like-it')).toEqual([]);
});

test.each(['bash', 'zsh', 'fish'])(
  'the script for %s is one that this shell can read',
  async (shell) => {
    const { stdout } = await runLabs(['completion', shell], {});
    const file = join(await tempFolder(), 'completion');
    await writeFile(file, stdout);
    const read = exec(shell, ['-n', file]).catch((error) => {
      // A shell that is not on this machine cannot be asked.
      if (error.code !== 'ENOENT') throw error;
    });
    await expect(read).resolves.not.toThrow();
    expect(stdout).toContain('labs');
  },
);
