import { expect, test, vi } from 'vitest';
import { agreeOnVersion } from '../../../src/engines/docker/api-version.ts';
import { call } from '../../../src/engines/docker/call.ts';
import { engineWords } from '../../../src/engines/docker/engine-error.ts';
import {
  captureOutput,
  outputLimit,
} from '../../../src/engines/docker/operations/captured-output.ts';
import { remember } from '../../../src/engines/docker/remember.ts';
import { failure } from './use-engine.ts';

const what = 'docker ps';
const never = () => new Promise<never>(() => undefined);

test('a call that never settles ends at its deadline, and its own signal tells it to', async () => {
  let told: AbortSignal | undefined;
  const run = (signal: AbortSignal) => {
    told = signal;
    return never();
  };
  const error = await failure(call(run, { deadline: 20, what }));
  expect(error).toMatchObject({ code: 'docker.deadline', exit: 4, values: { what } });
  expect(told?.aborted).toBe(true);
});

test('the caller’s abort is thrown as it is, before and during a call', async () => {
  const abort = new AbortController();
  const during = call(never, { deadline: 60_000, signal: abort.signal, what });
  abort.abort(new Error('enough'));
  await expect(during).rejects.toThrow('enough');
  const run = vi.fn(never);
  await expect(call(run, { deadline: 60_000, signal: abort.signal, what })).rejects.toThrow(
    'enough',
  );
  expect(run).not.toHaveBeenCalled();
});

test.each([
  [{ code: 'ECONNREFUSED' }, 'docker.lost', 3],
  [{ code: 'ENOENT' }, 'docker.lost', 3],
  [{ code: 'ECONNRESET', message: 'aborted' }, 'docker.lost', 3],
  [{ message: 'socket hang up' }, 'docker.lost', 3],
  [{ statusCode: 409, json: { message: 'in use' } }, 'docker.operation-failed', 4],
  [{ message: 'anything else' }, 'docker.operation-failed', 4],
])('%o is %s', async (more, code, exit) => {
  const cause = Object.assign(new Error('m'), more);
  const run = () => Promise.reject(cause);
  expect(await failure(call(run, { deadline: 1_000, what }))).toMatchObject({ code, exit, cause });
});

test('many calls on one signal raise no warning of a leak', async () => {
  const warned = vi.fn();
  process.on('warning', warned);
  const { signal } = new AbortController();
  const calls = Array.from({ length: 40 }, () =>
    call(() => new Promise((resolve) => setImmediate(resolve)), { deadline: 1_000, signal, what }),
  );
  await Promise.all(calls);
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});

test('the engine’s words are its message, also where the client put its own before it', () => {
  const streamed = '(HTTP code 404) no such container - No such image: a - b:1 ';
  expect(engineWords(new Error(streamed))).toBe('No such image: a - b:1');
  const parsed = Object.assign(new Error(streamed), { json: { message: 'plain' } });
  expect(engineWords(parsed)).toBe('plain');
});

test.each([
  ['1.41', '1.12', '1.41'],
  ['1.44', '', '1.44'],
  ['1.52', '1.44', '1.52'],
  ['1.99', '1.44', '1.52'],
])(
  'an engine with API %s (at least %s) is spoken to in %s',
  (ApiVersion, MinAPIVersion, agreed) => {
    expect(agreeOnVersion({ Version: 'v', ApiVersion, MinAPIVersion })).toBe(agreed);
  },
);

test.each([
  ['1.40', '1.12', 'docker.too-old'],
  ['1.9', '', 'docker.too-old'],
  ['1.70', '1.53', 'docker.too-new'],
])('an engine with API %s (at least %s) is %s', (ApiVersion, MinAPIVersion, code) => {
  const agree = () => agreeOnVersion({ Version: 'v', ApiVersion, MinAPIVersion });
  expect(agree).toThrow(code);
});

test('output is cut at the limit without half a character, and all of it passed on', () => {
  let passed = '';
  const output = captureOutput((text) => {
    passed += text;
  });
  const whole = Buffer.from(`x${'가'.repeat(outputLimit / 3 + 10)}`);
  for (let at = 0; at < whole.length; at += 1_000) output.write(whole.subarray(at, at + 1_000));
  expect(output.truncated()).toBe(true);
  expect(output.text()).not.toContain('\uFFFD');
  expect(Buffer.byteLength(output.text())).toBeGreaterThan(outputLimit - 3);
  expect(Buffer.byteLength(output.text())).toBeLessThanOrEqual(outputLimit);
  expect(passed).toBe(whole.toString());
});

test('output of exactly the limit is not cut', () => {
  const output = captureOutput(() => undefined);
  output.write(Buffer.alloc(outputLimit, 'x'));
  expect(output.truncated()).toBe(false);
});

test('what is remembered is asked for once for each argument', async () => {
  const ask = vi.fn(async (name: string) => name.length);
  const remembered = remember(ask);
  expect(await Promise.all(['a', 'a', 'bb'].map(remembered))).toEqual([1, 1, 2]);
  expect(ask).toHaveBeenCalledTimes(2);
});
