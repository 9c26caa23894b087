import { expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import type { Command } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { chooseLanguage } from '../../src/cli/language.ts';

function command(name: string): Command {
  const found = commands.find((each) => each.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

const refused: [name: string, argv: string[], code: string][] = [
  ['start', [], 'cli.missing-argument'],
  ['start', ['a', 'b'], 'cli.extra-argument'],
  ['start', ['a', '--atuo'], 'cli.unknown-option-near'],
  ['start', ['a', '--colour'], 'cli.unknown-option'],
  ['start', ['a', '--auto=yes'], 'cli.option-flag'],
  ['start', ['a', '--lang'], 'cli.option-value'],
];

test.each(refused)('labs %s %j is refused: %s', (name, argv, code) => {
  expect(() => parseArguments(command(name), argv)).toThrow(
    expect.objectContaining({ code, exit: 2 }),
  );
});

test('options may stand before, between and after the arguments', () => {
  const expected = { args: ['lab', 'step'], options: { json: true, lang: 'ko' } };
  for (const argv of [
    ['--json', 'lab', '--lang', 'ko', 'step'],
    ['lab', 'step', '--lang=ko', '--json'],
  ]) {
    expect(parseArguments(command('check'), argv)).toEqual(expected);
  }
});

test('--help is answered even when arguments are missing', () => {
  expect(parseArguments(command('start'), ['-h']).options).toEqual({ help: true });
});

test('the language is what was asked for, else what the locale says, as POSIX ranks it', () => {
  expect(chooseLanguage('ko', { LANG: 'en_US.UTF-8' })).toBe('ko');
  expect(chooseLanguage(undefined, { LANG: 'ko_KR.UTF-8' })).toBe('ko');
  expect(chooseLanguage(undefined, { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' })).toBe('en');
  expect(chooseLanguage(undefined, {})).toBe('en');
  expect(() => chooseLanguage('fr', {})).toThrow(
    expect.objectContaining({ code: 'cli.unknown-language' }),
  );
});
