import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { parseMarkdown, renderMarkdown } from '../../../src/cli/markdown/render-markdown.ts';
import { makeStyle } from '../../../src/cli/style.ts';

const plain = makeStyle(false);
const colored = makeStyle(true);

const render = async (text: string, width = 60, style = plain) =>
  renderMarkdown(await parseMarkdown(text), { width, style }).join('\n');

test('headings of the upper levels are underlined, so that they are seen without colours', async () => {
  expect(await render('# One\n\n## Two\n\n### Three')).toBe('One\n═══\n\nTwo\n───\n\nThree');
});

test('code stands at the margin, unwrapped and undecorated, in lists and quotes too', async () => {
  const long = `docker run ${'--label a=b '.repeat(20)}x`;
  const text = `Do:\n\n\`\`\`sh\n${long}\n\tindented\n\`\`\`\n\n- then\n  \`\`\`\n  docker ps\n  \`\`\`\n\n> so\n>\n>     code`;
  const lines = (await render(text, 40)).split('\n');
  expect(lines).toContain(long);
  expect(lines).toContain('\tindented');
  expect(lines).toContain('docker ps');
  expect(lines).toContain('code');
});

test('lists nest, count and show what is ticked off', async () => {
  expect(
    await render('3. three\n4. four\n   - inner\n     goes on\n\nx\n\n- [x] done\n- [ ] open'),
  ).toBe('3. three\n4. four\n   • inner goes on\n\nx\n\n• [x] done\n• [ ] open');
});

test('code keeps its backticks only where there are no colours', async () => {
  expect(await render('Run `docker ps` **now**')).toBe('Run `docker ps` now');
  const text = await render('Run `docker ps` **now**', 60, colored);
  expect(stripVTControlCharacters(text)).toBe('Run docker ps now');
  expect(text).toContain('\u001b[1mnow');
});

test('links show where they lead; a bare one is shown once', async () => {
  expect(await render('[docs](https://x.test/a) and <https://y.test>')).toBe(
    'docs (https://x.test/a) and https://y.test',
  );
});

test('entities are decoded, comments are dropped, other HTML is shown as it stands', async () => {
  expect(await render('a &lt;b&gt; &amp;<!-- gone --> <b>c</b>')).toBe('a <b> & <b>c</b>');
});

test('a table is aligned by what the terminal shows, wide letters counted as two columns', async () => {
  const table = '| 이름 | b |\n|---|---|\n| 브리지 | x |\n| c | `y` |';
  expect(await render(table)).toBe('이름   │ b\n───────┼────\n브리지 │ x\nc      │ `y`');
});

test('a table that is too wide for its columns becomes one line a cell', async () => {
  const header = 'abcdefgh'.split('').map((name) => `name-${name}`);
  const table = [header, header.map(() => '---'), header.map((name) => `${name} value`)];
  const text = await render(table.map((row) => `| ${row.join(' | ')} |`).join('\n'), 60);
  expect(text).toContain('name-c: name-c value');
});

test('escape sequences and controls in a text are spelt out', async () => {
  const text = await render(
    'a \u001b[31mred `\u0007x`\n\n```\n\u001b]0;title\u0007\n```\n\n\u202Eabc',
  );
  expect(text).toContain('\\u{1b}[31mred');
  expect(text).toContain('\\u{1b}]0;title\\u{7}');
  expect(text).toContain('\\u{202e}abc');
});

/** Words that Markdown gives no meaning to. */
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,30}$/),
  fc.stringMatching(/^[가-힣]{1,20}$/),
  fc.constant('네트워크'),
);
const phrase = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '));
const inline = fc.oneof(
  phrase,
  phrase.map((text) => `**${text}**`),
  phrase.map((text) => `\`${text}\``),
);
const block = fc.oneof(
  inline,
  fc.tuple(fc.integer({ min: 1, max: 4 }), phrase).map(([n, text]) => `${'#'.repeat(n)} ${text}`),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((i) => `- ${i}`).join('\n')),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((i, n) => `${n + 1}. ${i}\n\n   - ${i}`).join('\n')),
  inline.map((text) => `> ${text}\n>\n> - [ ] ${text}`),
  fc
    .array(fc.array(phrase, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })
    .map(([head = [], ...rows]) =>
      [head, ['---', '---', '---'], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    ),
);

test('no line is wider than the page, and every word is there', async () => {
  const texts = fc
    .array(block, { minLength: 1, maxLength: 6 })
    .map((blocks) => blocks.join('\n\n'));
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.integer({ min: 40, max: 140 }),
      fc.boolean(),
      async (text, width, color) => {
        const lines = renderMarkdown(await parseMarkdown(text), { width, style: makeStyle(color) });
        for (const line of lines)
          expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
        // A word that was cut, or that stands in a narrow column, is whole again without the blanks.
        const letters = (some: string) =>
          [...stripVTControlCharacters(some).replaceAll(/[^a-z가-힣]/g, '')].sort().join('');
        expect(letters(lines.join(''))).toBe(letters(text));
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever stands in a text, nothing in it reaches the terminal as a command', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
      const shown = await render(text);
      expect(shown.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 300 },
  );
});
