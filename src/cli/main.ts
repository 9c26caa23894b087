import { type ExitCode, exitCodes } from '../failure.ts';
import { version } from '../version.ts';
import { parseArguments } from './arguments.ts';
import type { Cli } from './command.ts';
import { commands } from './commands.ts';
import { findCommand, helpCommand } from './find-command.ts';
import { interruption } from './interruption.ts';
import { chooseLanguage, languageBefore } from './language.ts';
import { loadCommand } from './load-command.ts';
import { findTerminal, writeErr, writeOut } from './terminal.ts';

/** Runs one command line; the outermost catch: only here failures are printed. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const [first] = argv;
  if (first === '--version' || first === '-V') {
    writeOut(version);
    return exitCodes.done;
  }
  const interrupted = interruption();
  try {
    const { command, rest } = findCommand(argv);
    const { args, options } = parseArguments(command, rest);
    const { loadWords } = await import('../i18n/words.ts');
    const cli: Cli = {
      args,
      options,
      env,
      words: await loadWords(chooseLanguage(options.lang, env)),
      signal: interrupted.signal,
      terminal: findTerminal(env),
      wantsJson: options.json === true,
      out: writeOut,
      err: writeErr,
      json: (document) => writeOut(JSON.stringify(document, null, 2)),
    };
    if (command === helpCommand || options.help) return await help(cli, command.name);
    const run = await loadCommand(command.name);
    return await run(cli);
  } catch (error) {
    const { report } = await import('./report.ts');
    const language = languageBefore(argv, env);
    return report(error, language, interrupted.signal.aborted, argv.includes('--json'));
  } finally {
    interrupted.stop();
  }
}

/** `labs`, `labs --help`, `labs help [COMMAND]`, `labs COMMAND --help`. */
async function help(cli: Cli, name: string): Promise<ExitCode> {
  const { commandHelp, helpText } = await import('./help.ts');
  const asked = name === helpCommand.name ? cli.args[0] : name;
  const about = commands.find((command) => command.name === asked);
  if (asked !== undefined && asked !== helpCommand.name && !about) findCommand([asked]);
  writeOut(about ? commandHelp(about, cli) : helpText(cli));
  return exitCodes.done;
}
