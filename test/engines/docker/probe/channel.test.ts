import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Channel } from '../../../../src/engines/docker/probe/channel.ts';
import { encodeFrame, FrameReader } from '../../../../src/engines/docker/probe/frame.ts';

/** A channel whose far end is the test. */
function open() {
  const requests: string[][] = [];
  const reader = new FrameReader();
  const channel = new Channel((bytes) => {
    for (const frame of reader.push(bytes)) requests.push(frame.map(String));
  });
  const answer = (id: string, text: string) =>
    channel.receive(encodeFrame(['answer', id, '0', '', text, '']));
  return { channel, requests, answer };
}

const options = { deadline: 1000, limit: 10 };

test('answers find their questions in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 30 }), async (order) => {
      const { channel, requests, answer } = open();
      const asked = order.map((_, i) => channel.ask('run', undefined, [`q${i}`], options));
      const ids = requests.map((request) => [request[1] ?? '', request.at(-1) ?? ''] as const);
      const shuffled = ids
        .map((id, i) => ({ id, key: order[i] ?? 0 }))
        .sort((a, b) => a.key - b.key);
      for (const { id } of shuffled) answer(id[0], `a${id[1]}`);
      const answers = await Promise.all(asked);
      expect(answers.map(({ stdout }) => String(stdout))).toEqual(order.map((_, i) => `aq${i}`));
    }),
  );
});

test('an answer that never comes is given up after its deadline, and taken back', async () => {
  vi.useFakeTimers();
  try {
    const { channel, requests } = open();
    const asked = channel.ask('run', undefined, [], options);
    const rejected = expect(asked).rejects.toMatchObject({ code: 'deadline' });
    await vi.advanceTimersByTimeAsync(5000);
    await rejected;
    expect(requests.at(-1)).toEqual(['cancel', '1']);
  } finally {
    vi.useRealTimers();
  }
});

test('refused and gone are told apart', async () => {
  const { channel } = open();
  const refused = channel.ask('run', undefined, [], options);
  const gone = channel.ask('run', undefined, [], options);
  channel.receive(encodeFrame(['refused', '1', '', '', '', 'no such program']));
  channel.receive(encodeFrame(['gone', '2', '', '', '', '']));
  await expect(refused).rejects.toMatchObject({ code: 'refused', detail: 'no such program' });
  await expect(gone).rejects.toMatchObject({ code: 'engine' });
});

test('with the stream gone everything is rejected, at once and later', async () => {
  const { channel } = open();
  const waiting = channel.ask('run', undefined, [], options);
  channel.lose(new Error('lost'));
  await expect(waiting).rejects.toThrow('lost');
  await expect(channel.ask('run', undefined, [], options)).rejects.toThrow('lost');
  await expect(channel.ready).rejects.toThrow('lost');
  expect(channel.alive).toBe(false);
});

test('a question too long for the far end is never sent', async () => {
  const { channel, requests } = open();
  await expect(channel.ask('run', undefined, ['x'.repeat(300_000)], options)).rejects.toMatchObject(
    {
      code: 'refused',
    },
  );
  expect(requests).toEqual([]);
});
