import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { bin, runLabs } from '../run-labs.ts';
import { tempFolder } from '../temp-folder.ts';
import { findMisfits } from './fits-schema.ts';

const nowhere = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' };

async function labs(args: string[], env: Record<string, string> = {}) {
  return runLabs(args, { ...nowhere, LABS_HOME: await tempFolder(), ...env });
}

const refused: [args: string[], code: string][] = [
  [['lst'], 'cli.unknown-command-near'],
  [['constructor'], 'cli.unknown-command'],
  [[''], 'cli.unknown-command'],
  [['help', 'nope'], 'cli.unknown-command'],
  [['--nope'], 'cli.unknown-option'],
  [['list', '--__proto__'], 'cli.unknown-option'],
  [['list', '--constructor'], 'cli.unknown-option'],
  [['list', 'extra'], 'cli.extra-argument'],
  [['start'], 'cli.missing-argument'],
  [['--lang', 'fr', 'list'], 'cli.unknown-language'],
  [['list', '--lang'], 'cli.option-value'],
  [['completion', 'constructor'], 'cli.unknown-shell'],
  [['start', ''], 'lab.unknown'],
  [['start', 'docker-netwrok'], 'lab.unknown-near'],
  [['start', '../../etc'], 'lab.not-there'],
  [['status', '..'], 'lab.unknown'],
  [['env', 'nope'], 'lab.unknown'],
  [['validate', '/nonexistent/'], 'lab.not-there'],
  [['images', 'destroy'], 'images.unknown-action'],
];

test.each(refused)('labs %j exits 2 with %s, and its document fits', async (args, code) => {
  const home = await tempFolder();
  await mkdir(join(home, 'data', 'attempts'), { recursive: true });
  const { exit, stdout, stderr } = await labs(['--json', ...args], { LABS_HOME: home });
  expect(exit, stderr).toBe(2);
  expect(findMisfits(stdout, 'error')).toEqual([]);
  const { error } = JSON.parse(stdout);
  expect(error).toMatchObject({ code, exit: 2 });
  expect(stderr).toBe(`labs: ${error.what}\n${error.next}\n`);
  expect(error.next).not.toBe('');
});

test('options may stand before the command, and the language of an error is the one asked for', async () => {
  const listed = await labs(['--json', '--lang', 'ko', 'list']);
  expect(listed).toMatchObject({ exit: 0, stderr: '' });
  expect(findMisfits(listed.stdout, 'list')).toEqual([]);
  for (const lang of [['--lang', 'ko'], ['--lang=ko']]) {
    expect((await labs(['lst', ...lang])).stderr).toMatch(/^labs: "lst" 명령은 없습니다\n/);
  }
});

test.each([
  ['list', []],
  ['status', []],
  ['validate', ['labs/docker-network']],
  ['validate', ['test/lab/invalid/027-misspelt-uses-of-a-check']],
  ['completion', ['bash']],
  ['completion', ['zsh']],
  ['completion', ['fish']],
] as [string, string[]][])(
  'labs %s %j --json prints one document, and nothing else',
  async (name, args) => {
    const { stdout, exit } = await labs([name, ...args, '--json']);
    expect(exit).toBe(args[0]?.includes('invalid') ? 2 : 0);
    expect(findMisfits(stdout, name)).toEqual([]);
  },
);

test('a reader that stops reading is no error', async () => {
  const child = spawn(
    'bash',
    ['-c', `"${process.execPath}" ${bin} list --json | true; echo "\${PIPESTATUS[0]}"`],
    {
      env: { ...process.env, ...nowhere, LABS_HOME: await tempFolder() },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  await once(child, 'close');
  expect(said).toBe('0\n');
});

test.each(['en', 'ko'])(
  'the list and the help fit 60 columns, and nothing is styled (%s)',
  async (language) => {
    const env = { COLUMNS: '60' };
    for (const args of [['list'], ['--help'], ['start', '--help'], ['status'], ['doctor']]) {
      const { stdout } = await labs([...args, '--lang', language], env);
      for (const line of stdout.split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(60);
      expect(stdout).not.toContain('\x1b');
    }
  },
);

test('a lab of a stranger cannot hide what it would run', async () => {
  const folder = join(await tempFolder(), 'sly');
  await mkdir(folder);
  const lab = `schema: labs/v1
id: sly
languages: [en]
title: { en: "Sly \\e[2K" }
summary: { en: "\\e[8m" }
minutes: 1
steps:
  - id: one
    title: { en: One }
    text: { en: One }
    solution: [{ run: "curl evil\\e[2K\\e[1A" }]
    checks: [{ id: ok, uses: command.output, with: { run: "true" } }]
`;
  await writeFile(join(folder, 'lab.yaml'), lab);
  const { exit, stderr } = await labs(['start', folder]);
  expect(exit).toBe(2);
  expect(stderr).toContain('curl evil\\u{1b}[2K');
  expect(stderr).toContain(`labs start ${folder} --trust`);
  expect(stderr).not.toContain('\x1b');
  const listed = await labs(['list'], { LABS_PATH: join(folder, '..') });
  expect(listed.stdout).toContain('sly  Sly');
  expect(listed.stdout).not.toContain('\x1b');
});

test('a state folder that cannot be written is told, with exit 4', async () => {
  const file = join(await tempFolder(), 'file');
  await writeFile(file, '');
  const { exit, stdout } = await labs(['start', 'test/cli/lab-none', '--trust', '--json'], {
    LABS_HOME: file,
  });
  expect(exit).toBe(4);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'cli.file' } });
  expect(findMisfits(stdout, 'error')).toEqual([]);
});
