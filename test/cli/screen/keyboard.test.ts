import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Keyboard, type KeyInput, parseKeys } from '../../../src/cli/screen/keyboard.ts';

test.each([
  ['h', ['h']],
  ['H', ['h']],
  ['$', ['$']],
  ['\r', ['enter']],
  ['\u0003', ['ctrl-c']],
  ['\u0004', ['ctrl-d']],
  ['\u001b', ['escape']],
  // An arrow is no letter.
  ['\u001b[A', []],
  ['\u001bOP', []],
  ['nq', ['n', 'q']],
  ['ㅗ', ['h']],
  ['ㄱㅛ', ['r', 'y']],
])('%j is %j', (chunk, names) => {
  expect(parseKeys(chunk).map(({ name }) => name)).toEqual(names);
});

test('what is pasted is a text, not keys: none of its letters quits or resets', () => {
  expect(parseKeys('docker rm -f q\r')).toEqual([{ name: 'paste', text: 'docker rm -f q\r' }]);
  expect(parseKeys('네트워크 만들기')).toEqual([{ name: 'paste', text: '네트워크 만들기' }]);
});

function fakeInput() {
  const input = Object.assign(new EventEmitter(), {
    isRaw: false,
    paused: true,
    setRawMode(raw: boolean) {
      input.isRaw = raw;
    },
    pause() {
      input.paused = true;
    },
    resume() {
      input.paused = false;
    },
  });
  return input;
}

const never = new AbortController().signal;

test('keys come one at a time; a letter of several bytes may come in pieces', async () => {
  const input = fakeInput();
  const keyboard = new Keyboard(input as unknown as KeyInput);
  keyboard.hold();
  const bytes = Buffer.from('ㅗ');
  input.emit('data', bytes.subarray(0, 1));
  input.emit('data', bytes.subarray(1));
  input.emit('data', Buffer.from('ac'));
  const names = [];
  for (let i = 0; i < 3; i++) names.push((await keyboard.next(never)).name);
  expect(names).toEqual(['h', 'a', 'c']);
});

test('while released the input is as it was, and nobody of the keyboard listens', () => {
  const input = fakeInput();
  const keyboard = new Keyboard(input as unknown as KeyInput);
  keyboard.hold();
  expect([input.isRaw, input.paused]).toEqual([true, false]);
  keyboard.release();
  expect([input.isRaw, input.paused]).toEqual([false, true]);
  expect(['data', 'end', 'error'].map((name) => input.listenerCount(name))).toEqual([0, 0, 0]);
});

test('waiting for a key ends with the error that the signal is aborted with', async () => {
  const input = fakeInput();
  const keyboard = new Keyboard(input as unknown as KeyInput);
  const controller = new AbortController();
  keyboard.hold();
  const key = keyboard.next(controller.signal);
  controller.abort(new Error('the watch has failed'));
  await expect(key).rejects.toThrow('the watch has failed');
});

test('a terminal that goes away is like Ctrl-C', async () => {
  const input = fakeInput();
  const keyboard = new Keyboard(input as unknown as KeyInput);
  keyboard.hold();
  input.emit('end');
  expect((await keyboard.next(never)).name).toBe('ctrl-c');
});
