import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChange } from '../../../src/engines/docker/change.ts';
import { lines } from '../../../src/engines/docker/lines.ts';

/** Engine 29 has no `status`, `id` and `from` beside these. */
const started = {
  Type: 'container',
  Action: 'start',
  Actor: { ID: 'abc', Attributes: { image: 'i', name: 'web', 'labs.attempt': 'x' } },
  scope: 'local',
  time: 1,
};

test('an event is read from its Type, Action and Actor alone', () => {
  expect(parseChange(JSON.stringify(started))).toEqual({
    kind: 'container',
    action: 'start',
    id: 'abc',
    name: 'web',
    labels: { 'labs.attempt': 'x' },
  });
});

test('what a process was called with is not part of its action', () => {
  const exec = { ...started, Action: 'exec_start: sh -c echo hello: there' };
  expect(parseChange(JSON.stringify(exec))?.action).toBe('exec_start');
});

test('an event of a network names the container that was attached', () => {
  const Attributes = { name: 'net', type: 'bridge', container: 'abc' };
  const connect = { Type: 'network', Action: 'connect', Actor: { ID: 'n', Attributes } };
  expect(parseChange(JSON.stringify(connect))).toEqual({
    kind: 'network',
    action: 'connect',
    id: 'n',
    name: 'net',
    labels: {},
    container: 'abc',
  });
});

test('an object without a name goes by its id', () => {
  const volume = { Type: 'volume', Action: 'create', Actor: { ID: 'v', Attributes: null } };
  expect(parseChange(JSON.stringify(volume))).toMatchObject({ name: 'v', labels: {} });
});

test.each(['', 'null', '7', '{', '{"Type":"daemon","Action":"reload","Actor":{"ID":"d"}}'])(
  '%s is no change',
  (line) => expect(parseChange(line)).toBeUndefined(),
);

test('no line makes it throw', () => {
  fc.assert(fc.property(fc.json(), (line) => void parseChange(line)));
  const odd = fc.record(
    { Type: fc.constant('container'), Action: fc.anything(), Actor: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(odd, (event) => void parseChange(JSON.stringify(event) ?? '')));
});

test('a stream is split into lines wherever its chunks end', async () => {
  const texts = fc.array(
    fc.string({ unit: 'grapheme', minLength: 1 }).map((t) => t.replaceAll('\n', '')),
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.array(fc.integer({ min: 1, max: 9 })), async (wanted, sizes) => {
      const whole = Buffer.from(wanted.map((text) => `${text}\n`).join(''));
      const read: string[] = [];
      for await (const line of lines(cut(whole, sizes))) read.push(line);
      expect(read).toEqual(wanted);
    }),
  );
});

test('a last line without an end is a line', async () => {
  const read: string[] = [];
  for await (const line of lines(cut(Buffer.from('a\n\nb'), [1]))) read.push(line);
  expect(read).toEqual(['a', '', 'b']);
});

async function* cut(whole: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const size of sizes) {
    yield whole.subarray(at, at + size);
    at += size;
  }
  yield whole.subarray(at);
}
