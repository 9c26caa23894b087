import { expect, it } from 'vitest';
import { parseDuration } from '../../src/lab/duration.ts';

it.each([
  ['500ms', 500],
  ['10s', 10_000],
  ['1.5s', 1500],
  ['60m', 3_600_000],
  ['61m', undefined],
  ['10', undefined],
  ['10 s', undefined],
  ['-1s', undefined],
  ['1h', undefined],
  ['', undefined],
])('%s is %s milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});
