import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DefinitionError } from '../../src/lab/definition-error.ts';
import { loadLab } from '../../src/lab/load-lab.ts';
import { tempFolder } from '../temp-folder.ts';
import { env, valid } from './problems-of.ts';

const original = await readFile(join(valid, 'everything/lab.yaml'));

/** Pieces of YAML and of this format that change what the text around them means. */
const pieces = fc.constantFrom(
  ...[
    '\n',
    '  ',
    '\t',
    '- ',
    ': ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|\n',
    '>',
    '&a ',
    '*a',
    '!',
    '#',
  ],
  ...[
    '---\n',
    '...',
    '<<: ',
    '__proto__: ',
    'constructor: ',
    'null',
    '~',
    '1e999',
    '-1',
    '.nan',
    'true',
  ],
  ...[
    '${{',
    '}}',
    '${{ names.web }}',
    '../../x.md',
    '/etc/passwd.md',
    'steps: ',
    'uses: ',
    'x.md\0',
  ],
  ...[
    '\uFEFF',
    '\u2028',
    '\xff',
    'include: library/again',
    'include: everything/one',
    '`',
    '$((',
    '<<E\n',
  ],
);

/** Bytes put in, taken out or written over, at any place. */
const edits = fc.array(
  fc.record({
    at: fc.nat(original.length),
    drop: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(200)),
    put: fc.oneof(
      pieces.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
      fc.nat(original.length).map((from) => original.subarray(from, from + 80)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

async function load(folder: string, bytes: Buffer): Promise<unknown> {
  await mkdir(join(folder, 'lab'), { recursive: true });
  await writeFile(join(folder, 'lab/lab.yaml'), bytes);
  return loadLab(join(folder, 'lab'), env).catch((error: unknown) => error);
}

function expectSound(result: unknown): void {
  if (!(result instanceof Error)) return;
  expect(result).toBeInstanceOf(DefinitionError);
  const { problems } = result as DefinitionError;
  expect(problems.length).toBeGreaterThan(0);
  for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
}

it('takes a spoilt lab, or says what is wrong with it, and nothing else', async () => {
  const folder = await tempFolder();
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => {
      const bytes = changes.reduce(
        (text, { at, drop, put }) =>
          Buffer.concat([text.subarray(0, at), put, text.subarray(at + drop)]),
        original,
      );
      expectSound(await load(folder, bytes));
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('takes any YAML value for a lab, or for any part of one', async () => {
  const folder = await tempFolder();
  const key = fc.constantFrom(
    'id',
    'steps',
    'names',
    'vars',
    'title',
    'checks',
    'with',
    'uses',
    'run',
  );
  const { any } = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'medium' },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 6 }),
    ),
  }));
  const part = fc.constantFrom('names', 'vars', 'setup', 'steps', 'title', 'languages', 'needs');
  const lab = (await load(folder, original)) && (await import('yaml')).parse(original.toString());
  await fc.assert(
    fc.asyncProperty(any, part, async (value, where) => {
      expectSound(await load(folder, Buffer.from(JSON.stringify(value))));
      const step = { ...lab.steps[0], [where]: value, checks: value, questions: [value] };
      for (const spoilt of [
        { ...lab, [where]: value },
        { ...lab, steps: [step, value] },
      ]) {
        expectSound(await load(folder, Buffer.from(JSON.stringify(spoilt))));
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

it.each([
  ['[', 1_000_000],
  ['- ', 500_000],
  ['? ', 500_000],
  ['a: ', 300_000],
  ['{a: ', 250_000],
  ['"', 1_000_000],
  ['&a ', 300_000],
  ['!!str ', 150_000],
  ['- a\n', 250_000],
  ['#\n', 500_000],
  ['a: |\n', 200_000],
])(
  'is done with %j, over and over, in bounded time',
  async (piece, times) => {
    const folder = await tempFolder();
    expectSound(await load(folder, Buffer.from(piece.repeat(times))));
  },
  20_000,
);

it('does not take long over many keys', async () => {
  const folder = await tempFolder();
  const keys = Array.from({ length: 40_000 }, (_, i) => `k${i}: x`).join('\n');
  expectSound(await load(folder, Buffer.from(keys)));
}, 20_000);
