import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followStream } from '../../../../src/engines/docker/toolbox/follow-stream.ts';

async function follow(text: string): Promise<{ lines: string[]; failed: string | undefined }> {
  const lines: string[] = [];
  const failed = await followStream(Readable.from([Buffer.from(text)]), 'docker load', (line) => {
    lines.push(line);
  }).then(
    () => undefined,
    (cause) => String(cause.values.words),
  );
  return { lines, failed };
}

test('hands over the words of a build, without empty lines', async () => {
  const report =
    '{"stream":"Step 1/5 : ARG BASE\\n"}\r\n{"stream":"\\n"}\r\n{"status":"Pulling"}\r\n';
  expect(await follow(report)).toEqual({
    lines: ['Step 1/5 : ARG BASE', 'Pulling'],
    failed: undefined,
  });
});

test('an error in a report that began well is a failure with the words of the engine', async () => {
  const report =
    '{"stream":"Step 1"}\n{"errorDetail":{"message":"no such file"},"error":"no such file"}\n';
  expect(await follow(report)).toEqual({ lines: ['Step 1'], failed: 'no such file' });
});

test('whatever a stream says, it is read to its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (noise) => {
      await follow(`${noise}\n{"stream":"x"}\n`);
    }),
  );
});
