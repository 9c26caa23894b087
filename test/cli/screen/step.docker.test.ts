import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../../temp-folder.ts';
import { isAlive } from './is-alive.ts';
import { container, docker, labHome, readEntries, runWeb, startLab } from './start-lab.ts';

const runs = '✓ scr-web is running';
const runsNot = '✗ scr-web is running';
const ready = /\? help/;

test('a step says where one is, what to do and what is missing, with the command ready to be copied', async () => {
  const terminal = startLab({ home: await labHome() });
  await terminal.sees(ready);
  await terminal.sees('Give it --network.');
  const lines = terminal.lines(true);
  expect(lines).toContain('Screen lab · step 1 of 2');
  expect(lines).toContain('Run a container');
  expect(lines).toContain(
    'docker run -d --name scr-web --network scr-net labs-toolbox:1 sleep 600',
  );
  expect(terminal.text()).toContain('There is no container named scr-web.');
  expect(terminal.text()).not.toContain('${{');
});

test('marks follow what is done elsewhere within a second, and back, without a key', async () => {
  const terminal = startLab({ home: await labHome() });
  await terminal.sees(runsNot);
  for (let round = 0; round < 3; round++) {
    await runWeb();
    await terminal.sees(runs, 1000);
    await terminal.sees('✓ scr-web is on the network scr-net', 1000);
    await docker('rm', '-f', container);
    await terminal.sees(runsNot, 1000);
    await terminal.sees('✗ scr-web is on the network scr-net', 1000);
  }
});

test('marks follow also while others keep the engine busy with their own things', async () => {
  const terminal = startLab({ home: await labHome() });
  await terminal.sees(runsNot);
  let over = false;
  const others = (async () => {
    while (!over) {
      await docker('volume', 'create', 'scr-others');
      await docker('volume', 'rm', 'scr-others');
    }
  })();
  await runWeb();
  await terminal.sees(runs, 1000);
  await docker('rm', '-f', container);
  await terminal.sees(runsNot, 1000);
  over = true;
  await others;
});

test('a line after $ runs in the shell with the values of the lab, and is written down', async () => {
  const home = await labHome();
  const terminal = startLab({ home });
  await terminal.sees(ready);
  terminal.type('$');
  await terminal.sees(/^\$ $/m);
  terminal.type(
    'docker run -d --name $LABS_NAMES_WEB --network $LABS_NAMES_NET $LABS_IMAGES_TOOLBOX sleep 600\r',
  );
  await terminal.sees(runs);
  terminal.type('$');
  await terminal.sees(/^\$ $/m);
  terminal.type('echo 도커 | tr -d x; pwd; exit 3\r');
  await terminal.sees('The command failed (exit code 3).');
  await terminal.sees(/^도커$/m);
  const entries = await readEntries(home);
  const typed = entries.flatMap((entry) =>
    entry.type === 'operation' && entry.phase === 'command' ? [entry] : [],
  );
  expect(typed.map((entry) => entry.with.run)).toEqual([
    'docker run -d --name $LABS_NAMES_WEB --network $LABS_NAMES_NET $LABS_IMAGES_TOOLBOX sleep 600',
    'echo 도커 | tr -d x; pwd; exit 3',
  ]);
  const performed = entries.find(
    (entry) => entry.type === 'performed' && entry.operation === typed[1]?.operation,
  );
  expect(performed).toMatchObject({ exit: 3, truncated: false });
  expect(performed).toMatchObject({ stdout: expect.stringMatching(/^도커\n.*\/workspace\n$/) });
  expect(entries.some((entry) => entry.type === 'process')).toBe(true);
});

test('a command has the terminal: a shell in a container works, and Ctrl-C is its', async () => {
  const terminal = startLab({ home: await labHome(), rows: 40 });
  await terminal.sees(ready);
  await runWeb();
  await terminal.sees(runs);
  terminal.type('$');
  await terminal.sees(/^\$ $/m);
  terminal.type('docker exec -it scr-web sh\r');
  await terminal.sees(/^\/ # $/m);
  terminal.type('tty; stty size; sleep 300\r');
  await terminal.sees(/^40 100$/m);
  terminal.type('\u0003');
  await terminal.sees('^C');
  terminal.type('exit 0\r');
  await terminal.sees(ready);
  terminal.type('$');
  await terminal.sees(/^\$ $/m);
  // The line before is in the history.
  terminal.type('\u001b[A');
  await terminal.sees(/^\$ docker exec -it scr-web sh$/m);
  terminal.type('\u0003');
  await terminal.sees(ready);
});

test('a pasted command waits at the prompt until Enter, as one line', async () => {
  const terminal = startLab({ home: await labHome() });
  await terminal.sees(ready);
  terminal.type('echo quit-and-reset \\\n  joined\r');
  await terminal.sees(/^\$ echo quit-and-reset joined$/m);
  terminal.type('\r');
  await terminal.sees(/^quit-and-reset joined$/m);
});

test('a wrong answer is told why with its hint, a right one is kept', async () => {
  const home = await labHome();
  const terminal = startLab({ home });
  await terminal.sees('? Which driver has the network?');
  terminal.type('a');
  await terminal.sees('Your answer:');
  terminal.type('overlay\r');
  await terminal.sees('✗ Which driver has the network?');
  await terminal.sees('The answer overlay is not right.');
  await terminal.sees('docker network ls names it.');
  expect(terminal.text(true)).not.toContain('bridge');
  terminal.type('a');
  await terminal.sees(/Your answer:\s*$/m);
  terminal.type('bridge\r');
  await terminal.sees('✓ Which driver has the network?');
  const given = (await readEntries(home)).flatMap((entry) =>
    entry.type === 'answer' ? [[entry.given, entry.verdict.status]] : [],
  );
  expect(given).toEqual([
    ['overlay', 'fail'],
    ['bridge', 'pass'],
  ]);
});

test('hints come one at a time, the solution after a yes; both are written down', async () => {
  const home = await labHome();
  const terminal = startLab({ home });
  await terminal.sees(ready);
  terminal.type('h');
  await terminal.sees('The first hint.');
  expect(terminal.text(true)).not.toContain('The second hint.');
  terminal.type('s');
  await terminal.sees('(y/n)');
  terminal.type('n');
  await terminal.seesNot('(y/n)');
  expect(terminal.text(true)).not.toMatch(/^Solution$/m);
  terminal.type('s');
  await terminal.sees('(y/n)');
  terminal.type('y');
  await terminal.sees(/^Solution$/m);
  terminal.type('h');
  await terminal.sees('The second hint.');
  terminal.type('h');
  await terminal.seesNot(/h hint/);
  const entries = await readEntries(home);
  expect(entries.filter(({ type }) => type === 'hint')).toHaveLength(2);
  expect(entries.filter(({ type }) => type === 'revealed')).toHaveLength(1);
});

test('a reset takes away what was made in the step, after a yes', async () => {
  const terminal = startLab({ home: await labHome() });
  await terminal.sees(runsNot);
  await runWeb();
  await terminal.sees(runs);
  terminal.type('r');
  await terminal.sees('(y/n)');
  terminal.type('y');
  await terminal.sees('The step is set up again.');
  await terminal.sees(runsNot);
  expect(await docker('ps', '-aq', '--filter', `name=^${container}$`)).toBe('');
});

test('a step that has passed waits for Enter; the last one ends with a summary', async () => {
  const home = await labHome();
  const editor = join(await tempFolder(), 'editor');
  await writeFile(editor, '#!/bin/sh\nprintf "격리\\nof a batch job\\n" >"$1"\n', { mode: 0o755 });
  const terminal = startLab({ home, rows: 40, env: { EDITOR: editor } });
  await terminal.sees(runsNot);
  terminal.type('n');
  await terminal.sees('This step has not passed yet');
  await runWeb();
  await terminal.sees(runs);
  terminal.type('a');
  await terminal.sees('Your answer:');
  terminal.type('bridge\r');
  await terminal.sees('This step has passed.');
  await terminal.sees('Next: Left alone');
  terminal.type('\r');
  await terminal.sees('Screen lab · step 2 of 2');
  await terminal.sees('? Which mode has no network?');
  // Without its Markdown.
  await terminal.sees('? Why would one want none?');
  await docker(
    'run',
    '-d',
    '--name',
    container,
    '--network',
    'none',
    'labs-toolbox:1',
    'sleep',
    '600',
  );
  await terminal.sees('✓ scr-web runs in the network mode none');
  terminal.type('a');
  await terminal.sees('> host mode');
  terminal.type('\u001b[B');
  await terminal.sees('> none mode');
  terminal.type('\r');
  await terminal.sees('>[ ] bridge driver');
  terminal.type(' \u001b[B\u001b[B');
  await terminal.sees('>[ ] macvlan driver');
  terminal.type(' ');
  await terminal.sees('>[x] macvlan driver');
  terminal.type('\r');
  await terminal.sees('Enter opens your editor');
  terminal.type('\r');
  await terminal.sees('That was the last step.');
  terminal.type('\r');
  expect(await terminal.exit).toBe(0);
  expect(terminal.text()).toContain('Screen lab: done');
  expect(terminal.text()).toContain('7 of 7 points');
  expect(terminal.text()).toContain('labs clean test/cli/screen/lab');
  const essay = (await readEntries(home)).find(
    (entry) => entry.type === 'answer' && entry.question === 'why',
  );
  expect(essay).toMatchObject({ given: '격리\nof a batch job' });
});

test('who quits and starts again goes on in the same step with the same answers', async () => {
  const home = await labHome();
  const first = startLab({ home });
  await first.sees(runsNot);
  await runWeb();
  await first.sees(runs);
  first.type('a');
  await first.sees('Your answer:');
  first.type('bridge\r');
  await first.sees('This step has passed.');
  first.type('\r');
  await first.sees('step 2 of 2');
  await first.sees(ready);
  first.type('q');
  expect(await first.exit).toBe(0);
  expect(first.text()).toContain('labs start test/cli/screen/lab');
  const second = startLab({ home });
  await second.sees('step 2 of 2');
  await second.sees('? Which mode has no network?');
  second.type('l');
  await second.sees('✓ Run a container');
  await second.sees('Left alone  (you are here)');
  // Nothing was set up again: what the learner did in the step is there.
  expect((await readEntries(home)).filter(({ type }) => type === 'begin')).toHaveLength(2);
});

test('without script(1) a command has no input, and Ctrl-C still is its', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'script'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const env = { PATH: `${folder}:${process.env.PATH}` };
  const terminal = startLab({ home: await labHome(), env });
  await terminal.sees(ready);
  terminal.type('$');
  await terminal.sees(/^\$ $/m);
  terminal.type('cat; echo begun; sleep 300\r');
  await terminal.sees(/^begun$/m);
  terminal.type('\u0003');
  await terminal.sees(/ended by a signal|exit code/);
  await terminal.sees(ready);
});

test('after kill -9 in a command the next start ends the command and goes on', async () => {
  const home = await labHome();
  const first = startLab({ home });
  await first.sees(ready);
  first.type('$');
  await first.sees(/^\$ $/m);
  first.type('echo pid $$; sleep 322; echo over\r');
  await first.sees(/^pid \d+/m);
  const pid = Number(/^pid (\d+)/m.exec(first.text())?.[1]);
  first.kill('SIGKILL');
  expect(isAlive(pid)).toBe(true);
  const second = startLab({ home });
  await second.sees(runsNot);
  await second.until(() => !isAlive(pid), 'for the command to end');
  second.type('$');
  await second.sees(/^\$ $/m);
  second.type('\u001b[A');
  await second.sees(/^\$ echo pid/m);
});
