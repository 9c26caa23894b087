import wrapAnsi from 'wrap-ansi';
import type { Words } from '../i18n/words.ts';
import { columns as layColumns } from './columns.ts';
import type { Command, Option } from './command.ts';
import { commands, globalOptions } from './commands.ts';

/** `labs --help`: every command with one line, and how to go on. */
export function helpText(words: Words): string {
  const rows = commands.map((command): [string, string] => [
    `${command.name} ${command.args.join(' ')}`.trim(),
    words.say(`cli.${command.name}.summary`),
  ]);
  return [
    words.say('cli.help.tagline'),
    '',
    words.say('cli.help.usage', { usage: 'labs COMMAND' }),
    '',
    layColumns(rows, width()),
    '',
    words.say('cli.help.options'),
    optionRows(globalOptions, words, 'global'),
    '',
    wrapAnsi(words.say('cli.help.exit'), width()),
    '',
    words.say('cli.help.more'),
  ].join('\n');
}

/** `labs COMMAND --help`. */
export function commandHelp(command: Command, words: Words): string {
  const usage = ['labs', command.name, ...command.args].join(' ');
  return [
    words.say('cli.help.usage', { usage }),
    '',
    wrapAnsi(words.say(`cli.${command.name}.about`), width()),
    '',
    words.say('cli.help.options'),
    optionRows(command.options, words, command.name),
    optionRows(globalOptions, words, 'global'),
    '',
    words.say('cli.help.examples'),
    ...command.examples.map((example) => `  ${example}`),
  ]
    .filter((line, i, all) => line !== '' || all[i - 1] !== '')
    .join('\n');
}

function optionRows(options: Readonly<Record<string, Option>>, words: Words, of: string): string {
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `${option.short ? `-${option.short}, ` : ''}--${name}${option.value ? ` ${option.value}` : ''}`,
    words.say(`cli.${of}.options.${name}`),
  ]);
  return layColumns(rows, width());
}

function width(): number {
  return Math.min(process.stdout.columns || 80, 100);
}
