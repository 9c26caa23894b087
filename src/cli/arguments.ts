import { parseArgs } from 'node:util';
import { exitCodes, Failure } from '../failure.ts';
import { nearest } from '../lab/nearest.ts';
import type { Command, Option } from './command.ts';
import { globalOptions } from './commands.ts';

export interface Arguments {
  args: string[];
  options: Record<string, string | boolean | undefined>;
}

/** Reads a command's arguments by its row of the table; a Failure with exit 2 says what is wrong. */
export function parseArguments(command: Command, argv: readonly string[]): Arguments {
  const options: Record<string, Option> = { ...globalOptions, ...command.options };
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const result: Arguments = { args: [], options: {} };
  for (const token of tokens) {
    if (token.kind === 'positional') result.args.push(token.value);
    if (token.kind !== 'option') continue;
    const known = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!known) throw unknownOption(command, token.rawName, Object.keys(options));
    if (known.type === 'string' && token.value === undefined) {
      throw new Failure('cli.option-value', exitCodes.usage, { option: token.rawName });
    }
    if (known.type === 'boolean' && token.value !== undefined) {
      throw new Failure('cli.option-flag', exitCodes.usage, { option: token.rawName });
    }
    result.options[token.name] = token.value ?? true;
  }
  // `--help` is answered whatever else is missing.
  if (!result.options.help) checkCount(command, result.args);
  return result;
}

function unknownOption(command: Command, option: string, known: string[]): Failure {
  const guess = nearest(option.replace(/^-+/, ''), known);
  const values = { option, command: command.name, guess: guess ? `--${guess}` : '' };
  return new Failure(
    guess ? 'cli.unknown-option-near' : 'cli.unknown-option',
    exitCodes.usage,
    values,
  );
}

function checkCount(command: Command, args: readonly string[]): void {
  const needed = command.args.filter((arg) => !arg.startsWith('['));
  const missing = needed[args.length];
  if (missing) {
    throw new Failure('cli.missing-argument', exitCodes.usage, {
      argument: missing,
      command: command.name,
      example: command.examples[0] ?? '',
    });
  }
  const endless = command.args.some((arg) => arg.includes('…'));
  const extra = args[command.args.length];
  if (extra !== undefined && !endless) {
    throw new Failure('cli.extra-argument', exitCodes.usage, {
      argument: extra,
      command: command.name,
    });
  }
}
