import { execFile } from 'node:child_process';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { en } from '../../../src/i18n/en/index.ts';
import { ko } from '../../../src/i18n/ko/index.ts';
import { bin } from '../../run-labs.ts';
import { isAlive } from './is-alive.ts';
import { docker, labFolder, labHome, runWeb, startLab } from './start-lab.ts';
import { TestTerminal } from './terminal.ts';

const ready = /\? help/;
const showCursor = '\u001b[?25h';
const hideCursor = '\u001b[?25l';

function isCursorShown({ written }: TestTerminal): boolean {
  return written.lastIndexOf(showCursor) > written.lastIndexOf(hideCursor);
}

/** The terminal's own settings before and after, in the words of stty. */
async function runInShell(home: string): Promise<TestTerminal> {
  const script = `stty -a > "$LABS_HOME/before"; "$0" "$@"; echo "exit $?"; stty -a > "$LABS_HOME/after"; cmp "$LABS_HOME/before" "$LABS_HOME/after" && echo "as before"`;
  const args = ['-c', script, process.execPath, bin, 'start', labFolder, '--trust', '--lang', 'en'];
  return new TestTerminal('/bin/sh', args, { env: { LABS_HOME: home } });
}

test.each([
  ['q', 'q', 0],
  ['Ctrl-D', '\u0004', 0],
  ['Ctrl-C', '\u0003', 130],
])('%s leaves the terminal as it was', async (_, key, code) => {
  await using terminal = await runInShell(await labHome());
  await terminal.sees(ready);
  expect(isCursorShown(terminal)).toBe(false);
  terminal.type(key);
  await terminal.sees(`exit ${code}`);
  await terminal.sees('as before');
  await terminal.sees('Your progress is kept.');
  expect(isCursorShown(terminal)).toBe(true);
});

test.each([
  ['at the keys', '', ready],
  ['at the prompt for a command', '$', /^\$ $/m],
  ['at a question', 'a', 'Your answer:'],
])('SIGTERM %s ends the run with 130 and a sane terminal', async (_, keys, sight) => {
  const terminal = startLab({ home: await labHome() });
  await terminal.sees(ready);
  terminal.type(keys);
  await terminal.sees(sight);
  terminal.kill('SIGTERM');
  expect(await terminal.exit).toBe(130);
  await terminal.sees('Interrupted. Nothing is lost');
  expect(isCursorShown(terminal)).toBe(true);
});

test('SIGTERM while a command has the terminal ends the command, and the terminal is as before', async () => {
  await using terminal = await runInShell(await labHome());
  await terminal.sees(ready);
  terminal.type('$');
  await terminal.sees(/^\$ $/m);
  terminal.type('echo pid $$; sleep 321; echo over\r');
  await terminal.sees(/^pid \d+/m);
  const pid = Number(/^pid (\d+)/m.exec(terminal.text())?.[1]);
  const { stdout } = await promisify(execFile)('pgrep', ['-P', String(terminal.pid)]);
  process.kill(Number(stdout), 'SIGTERM');
  await terminal.sees('exit 130');
  await terminal.sees('as before');
  await terminal.until(() => !isAlive(pid), 'for the command to end');
  expect(isCursorShown(terminal)).toBe(true);
});

test.each([60, 200])('at %i columns no line is broken by the terminal', async (columns) => {
  const terminal = startLab({ home: await labHome(), columns, rows: 50 });
  await terminal.sees('✗ scr-web is running');
  terminal.type('?');
  await terminal.sees('eval "$(labs env');
  terminal.type('l');
  await terminal.sees('(you are here)');
  const code = /docker run|docker\.network\.create|eval/;
  expect(terminal.broken().filter((line) => !code.test(line))).toEqual([]);
});

test('a resize leaves one block and one text, each made to fit', async () => {
  const terminal = startLab({ home: await labHome(), columns: 200, rows: 40, lang: 'ko' });
  await terminal.sees('? 도움말');
  for (const [columns, rows] of [
    [60, 40],
    [120, 30],
    [61, 35],
    [200, 40],
    [60, 40],
  ] as const) {
    terminal.resize(columns, rows);
    await runWeb();
    await terminal.sees('✓ scr-web 컨테이너가 실행 중이다');
    await docker('rm', '-f', 'scr-web');
    await terminal.sees('✗ scr-web 컨테이너가 실행 중이다');
    const text = terminal.text(true);
    expect(text.match(/컨테이너가 실행 중이다/g)).toHaveLength(1);
    expect(text.match(/─{24}/g)).toHaveLength(1);
    expect(text.match(/\? 도움말/g)).toHaveLength(1);
    expect(text.match(/화면 실습/g)).toHaveLength(1);
  }
  // The text above was printed anew, broken between words: where depends on the drawn subnet.
  const printed = terminal.text(true).replaceAll('\n', ' ');
  expect(printed).toMatch(/네트워크의 서브넷은 [0-9./]+입니다\./);
});

test('NO_COLOR keeps all colours away, at prompts too', async () => {
  const terminal = startLab({ home: await labHome(), env: { NO_COLOR: '1' } });
  await terminal.sees('✗ scr-web is running');
  terminal.type('a');
  await terminal.sees('Your answer:');
  terminal.type('overlay\r');
  await terminal.sees('The answer overlay is not right.');
  terminal.type('q');
  await terminal.exit;
  const sequences = terminal.written.split('\u001b').slice(1);
  const painted = sequences.filter((sequence) => /^\[[0-9;]*m/.test(sequence));
  expect(painted).toEqual([]);
});

/** What the catalogue says in one language and not in the other, in pieces without its values. */
function onlyIn(own: unknown, other: unknown): string[] {
  if (typeof own === 'string') {
    const pieces = own.split(/\{\{[^}]*\}\}/).map((piece) => piece.trim());
    return pieces.filter(
      (piece) => /[a-z]{2} [a-z]{2}|[A-Z][a-z]{4}/.test(piece) && !String(other).includes(piece),
    );
  }
  return Object.entries(own as object).flatMap(([key, value]) =>
    onlyIn(value, (other as Record<string, unknown>)[key] ?? ''),
  );
}

test('a Korean run has no word of the English catalogue or of the English texts', async () => {
  const terminal = startLab({ home: await labHome(), lang: 'ko', rows: 60 });
  await terminal.sees('? 도움말');
  for (const [keys, sight] of [
    ['?', '키 안내'],
    ['l', '현재 단계'],
    // The Korean keyboard's keys: nobody switches it for a letter.
    ['ㅗ', '첫 번째 힌트.'],
    ['n', '아직 통과하지 못했습니다'],
    ['s', '(y/n)'],
    ['y', '풀이'],
    ['a', '답:'],
    ['오버레이\r', '입력한 답(오버레이)이 맞지 않습니다'],
  ] as const) {
    terminal.type(keys);
    await terminal.sees(sight);
  }
  await runWeb();
  await terminal.sees('✓ scr-web 컨테이너가 실행 중이다');
  terminal.type('a');
  await terminal.sees(/답:\s*$/m);
  terminal.type('bridge\r');
  await terminal.sees('이 단계를 통과했습니다.');
  terminal.type('\r');
  await terminal.sees('2단계 중 2단계');
  terminal.type('a');
  await terminal.sees('↑↓ 이동');
  terminal.type('\u0003');
  await terminal.sees('? 도움말');
  terminal.type('q');
  await terminal.exit;
  const shown = stripVTControlCharacters(terminal.written);
  const texts = [
    'Screen lab',
    'Run a container',
    'hint',
    'Left alone',
    'This sentence',
    'host mode',
  ];
  const english = [...onlyIn(en, ko), ...texts].filter((piece) => shown.includes(piece));
  expect(english).toEqual([]);
});
