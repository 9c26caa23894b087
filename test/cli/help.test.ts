import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Cli } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { commandHelp, helpText } from '../../src/cli/help.ts';
import { loadWords } from '../../src/i18n/words.ts';
import { type Language, languages } from '../../src/lab/lab.ts';

async function makeCli(language: Language, columns: number): Promise<Cli> {
  const words = await loadWords(language);
  return { words, terminal: { columns, interactive: false, color: false } } as Cli;
}

function expectReadable(text: string, columns: number): void {
  expect(text).not.toMatch(/\b(cli|failure)\.[a-z]|\{\{|undefined/);
  for (const line of text.split('\n')) {
    expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
    expect(line).not.toMatch(/\s$/);
  }
}

const cases = languages.flatMap((language) => [60, 80].map((columns) => ({ language, columns })));

test.each(cases)('the help names every command, at $columns columns ($language)', async (one) => {
  const text = helpText(await makeCli(one.language, one.columns));
  expectReadable(text, one.columns);
  for (const { name } of commands) expect(text).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  for (const code of [0, 1, 2, 3, 4, 70, 130]) expect(text).toMatch(new RegExp(`\\b${code}\\b`));
});

test.each(
  cases.flatMap((one) => commands.map((command) => ({ ...one, command, name: command.name }))),
)('labs $name --help, at $columns columns ($language)', async ({ command, language, columns }) => {
  const text = commandHelp(command, await makeCli(language, columns));
  expectReadable(text, columns);
  expect(command.examples).not.toEqual([]);
  for (const example of command.examples) expect(text).toContain(`\n  ${example}`);
  for (const option of Object.keys(command.options)) expect(text).toContain(`--${option}`);
  for (const option of ['--help', '--lang ko|en', '--json']) expect(text).toContain(option);
});
