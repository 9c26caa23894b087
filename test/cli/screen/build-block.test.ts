import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { buildBlock } from '../../../src/cli/screen/build-block.ts';
import type { ShownResult } from '../../../src/cli/screen/build-result.ts';
import { makeStyle } from '../../../src/cli/style.ts';
import { loadWords } from '../../../src/i18n/words.ts';

const words = await loadWords('ko');
const style = makeStyle(false);

const failing = (id: string): ShownResult => ({
  id,
  kind: 'check',
  status: 'fail',
  points: 1,
  label: `label of ${id}`,
  finding: { code: 'x', sentence: `Why ${id}.`, expected: 'yes', actual: 'no', at: 'there' },
  hint: `Do ${id}.`,
});
const passing: ShownResult = { id: 'ok', kind: 'check', status: 'pass', points: 1, label: 'fine' };
const keys = [
  { key: '$', does: '명령' },
  { key: 'q', does: '나가기' },
];

const build = (results: ShownResult[], columns: number, rows: number) =>
  buildBlock({ results, keys, said: [] }, { columns, rows, style, words });

test('the first two that fail are explained, the others named', () => {
  const text = build([failing('a'), passing, failing('b'), failing('c')], 80, 40).join('\n');
  expect(text).toContain('✗ label of a\n      Why a.\n      기대한 값: yes\n      실제 값: no');
  expect(text).toContain('✓ fine');
  expect(text).toContain('힌트: Do b.');
  expect(text).toContain('✗ label of c');
  expect(text).not.toContain('Why c.');
});

test('where room is short explanations go first, then what needs no work; the keys stay', () => {
  const results = [passing, failing('a'), failing('b')];
  expect(build(results, 80, 12).join('\n')).not.toContain('Why b.');
  expect(build(results, 80, 12).join('\n')).toContain('Why a.');
  expect(build(results, 80, 5)).toEqual([
    expect.stringMatching(/ 1\/3$/),
    '  ✓ fine',
    '  ✗ label of a',
    '  ✗ label of b',
    '$ 명령  q 나가기',
  ]);
  expect(build(results, 80, 4)).toEqual([
    expect.stringMatching(/ 1\/3$/),
    '  ✗ label of a',
    expect.stringContaining('2줄'),
    '$ 명령  q 나가기',
  ]);
});

test('escape sequences in what a lab says are spelt out', () => {
  const text = build([{ ...failing('a'), label: 'x\u001b[2Jy', hint: '\u0007z' }], 80, 40).join(
    '\n',
  );
  expect(text).toContain('x\\u{1b}[2Jy');
  expect(text).toContain('\\u{7}z');
});

const label = fc.array(fc.constantFrom('네트워크', 'docker', '—', 'x'.repeat(70), '컨테이너에'), {
  minLength: 1,
  maxLength: 20,
});
const result = fc
  .record({ words: label, status: fc.constantFrom('pass', 'fail', 'error', 'open', 'looking') })
  .map(
    ({ words: parts, status }): ShownResult => ({
      ...failing(parts.join(' ')),
      label: parts.join(' '),
      status: status as ShownResult['status'],
    }),
  );

test('the block fits the terminal, however small and whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.array(result, { maxLength: 15 }),
      fc.array(
        label.map((parts) => parts.join(' ')),
        { maxLength: 2 },
      ),
      fc.integer({ min: 30, max: 200 }),
      fc.integer({ min: 3, max: 60 }),
      fc.boolean(),
      (results, said, columns, rows, color) => {
        const frame = { columns, rows, style: makeStyle(color), words };
        const lines = buildBlock({ results, keys, said }, frame);
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        expect(stripVTControlCharacters(lines.at(-1) ?? '')).toBe('$ 명령  q 나가기');
      },
    ),
  );
});
