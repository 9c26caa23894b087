import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  encodeFrame,
  FrameReader,
  parseFields,
} from '../../../../src/engines/docker/probe/frame.ts';

const frames = fc.array(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 6 }), {
  maxLength: 8,
});

test('what is written in frames is read in frames, wherever the stream is cut', () => {
  fc.assert(
    fc.property(
      frames,
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      (all, cuts) => {
        const stream = Buffer.concat(all.map((fields) => encodeFrame(fields)));
        const reader = new FrameReader();
        const read: Buffer[][] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const size = cuts[i % cuts.length] ?? 1;
          read.push(...reader.push(stream.subarray(at, at + size)));
          at += size;
        }
        expect(read.map((fields) => fields.map((field) => [...field]))).toEqual(
          all.map((fields) => fields.map((field) => [...field])),
        );
      },
    ),
  );
});

test('text is written as UTF-8', () => {
  const [fields] = new FrameReader().push(encodeFrame(['run', '한글']));
  expect(fields?.map(String)).toEqual(['run', '한글']);
});

test('a stream of anything is frames or a RangeError', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 })), (chunks) => {
      const reader = new FrameReader();
      try {
        for (const chunk of chunks) reader.push(Buffer.from(chunk));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

test('a body of anything is fields that fill it, or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (body) => {
      const fields = parseFields(Buffer.from(body));
      if (fields === undefined) return;
      expect(fields.reduce((sum, field) => sum + field.length + 4, 0)).toBe(body.length);
    }),
  );
});

test('a frame too large to be an answer ends the reading at its head', () => {
  expect(() => new FrameReader().push(Buffer.from([0x7f, 0, 0, 0]))).toThrow(RangeError);
});
