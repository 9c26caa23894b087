import { columns as layColumns } from './columns.ts';
import type { Cli, Command, Option } from './command.ts';
import { commands, globalOptions } from './commands.ts';
import { wrap } from './markdown/wrap.ts';

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;

/** `labs --help`: every command with one line, and how to go on. */
export function helpText({ words, terminal }: Cli): string {
  const width = Math.min(terminal.columns, widest);
  const rows = commands.map((command): [string, string] => [
    `${command.name} ${command.args.join(' ')}`.trim(),
    words.say(`cli.${command.name}.summary`),
  ]);
  return [
    ...wrap(words.say('cli.help.tagline'), width),
    '',
    words.say('cli.help.usage', { usage: 'labs COMMAND' }),
    '',
    layColumns(rows, width),
    '',
    words.say('cli.help.options'),
    layColumns(optionRows(globalOptions, 'global', { words }), width),
    '',
    ...wrap(words.say('cli.help.exit'), width),
    '',
    ...wrap(words.say('cli.help.more'), width),
  ].join('\n');
}

/** `labs COMMAND --help`. */
export function commandHelp(command: Command, { words, terminal }: Cli): string {
  const width = Math.min(terminal.columns, widest);
  const usage = ['labs', command.name, ...command.args].join(' ');
  const options = [
    ...optionRows(command.options, command.name, { words }),
    ...optionRows(globalOptions, 'global', { words }),
  ];
  return [
    ...wrap(words.say('cli.help.usage', { usage }), width),
    '',
    ...wrap(words.say(`cli.${command.name}.about`), width),
    '',
    words.say('cli.help.options'),
    layColumns(options, width),
    '',
    words.say('cli.help.examples'),
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}

function optionRows(
  options: Readonly<Record<string, Option>>,
  of: string,
  { words }: Pick<Cli, 'words'>,
): [string, string][] {
  return Object.entries(options).map(([name, option]) => [
    `${option.short ? `-${option.short}, ` : ''}--${name}${option.value ? ` ${option.value}` : ''}`,
    words.say(`cli.${of}.options.${name}`),
  ]);
}
