import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import type { Language } from '../lab/lab.ts';
import { nearest } from '../lab/nearest.ts';
import { version } from '../version.ts';
import { parseArguments } from './arguments.ts';
import type { Cli, Command } from './command.ts';
import { commands } from './commands.ts';
import { interruption } from './interruption.ts';
import { chooseLanguage, localeLanguage } from './language.ts';
import { loadCommand } from './load-command.ts';
import { findTerminal, writeErr, writeOut } from './terminal.ts';

/** Runs one command line; the outermost catch: only here failures are printed. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const [first] = argv;
  if (first === '--version' || first === '-V') {
    writeOut(version);
    return exitCodes.done;
  }
  let language: Language = localeLanguage(env);
  const interrupted = interruption();
  try {
    const command = findCommand(argv);
    if (!command) return await overview(argv, env);
    const { args, options } = parseArguments(command, argv.slice(argv.indexOf(command.name) + 1));
    language = chooseLanguage(options.lang ?? leadingLanguage(argv), env);
    const { loadWords } = await import('../i18n/words.ts');
    const words = await loadWords(language);
    if (options.help) {
      const { commandHelp } = await import('./help.ts');
      writeOut(commandHelp(command, words));
      return exitCodes.done;
    }
    const cli: Cli = {
      args,
      options,
      env,
      words,
      signal: interrupted.signal,
      terminal: findTerminal(env),
      wantsJson: options.json === true,
      out: writeOut,
      err: writeErr,
      json: (document) => writeOut(JSON.stringify(document, null, 2)),
    };
    const run = await loadCommand(command.name);
    return await run(cli);
  } catch (error) {
    const { report } = await import('./report.ts');
    return report(error, language, interrupted.signal.aborted, argv.includes('--json'));
  } finally {
    interrupted.stop();
  }
}

function findCommand(argv: readonly string[]): Command | undefined {
  const name = argv.find((arg, i) => !arg.startsWith('-') && argv[i - 1] !== '--lang');
  if (name === undefined || name === 'help') return undefined;
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const guess = nearest(
    name,
    commands.map((command) => command.name),
  );
  const code = guess ? 'cli.unknown-command-near' : 'cli.unknown-command';
  throw new Failure(code, exitCodes.usage, { command: name, guess: guess ?? '' });
}

/** `--lang ko` may stand before the command, too. */
function leadingLanguage(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--lang');
  return at >= 0 ? argv[at + 1] : undefined;
}

/** `labs`, `labs --help`, `labs help [COMMAND]`. */
async function overview(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { loadWords } = await import('../i18n/words.ts');
  const words = await loadWords(chooseLanguage(leadingLanguage(argv), env));
  const { commandHelp, helpText } = await import('./help.ts');
  const about = commands.find((command) => command.name === argv[argv.indexOf('help') + 1]);
  writeOut(argv.includes('help') && about ? commandHelp(about, words) : helpText(words));
  return exitCodes.done;
}
