import { exitCodes, Failure } from '../failure.ts';
import { nearest } from '../lab/nearest.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';

/** What a command line without a command asks for. */
export const helpCommand: Command = {
  name: 'help',
  args: ['[COMMAND]'],
  options: {},
  examples: [],
};

/** The command of a command line, and the rest of it: options may stand before the command, too. */
export function findCommand(argv: readonly string[]): { command: Command; rest: string[] } {
  const at = argv.findIndex((arg, i) => !arg.startsWith('-') && argv[i - 1] !== '--lang');
  const name = argv[at];
  if (name === undefined) return { command: helpCommand, rest: [...argv] };
  const rest = argv.toSpliced(at, 1);
  const command = [...commands, helpCommand].find((known) => known.name === name);
  if (command) return { command, rest };
  const guess = nearest(
    name,
    commands.map((known) => known.name),
  );
  const code = guess ? 'cli.unknown-command-near' : 'cli.unknown-command';
  throw new Failure(code, exitCodes.usage, { command: name, guess: guess ?? '' });
}
