import type { ExitCode } from '../failure.ts';
import type { Words } from '../i18n/words.ts';
import type { Json } from '../json.ts';

/** What a command's module exports: `export const run: Run = async (cli) => exitCodes.done`. */
export type Run = (cli: Cli) => Promise<ExitCode>;

/** One row of the table of commands; its words are `cli.<name>` in the catalogue. */
export interface Command {
  name: string;
  /** As in the usage line: `LAB`, `[STEP]`, `[LAB…]`. */
  args: readonly string[];
  options: Readonly<Record<string, Option>>;
  /** The same words in every language: command lines that can be pasted. */
  examples: readonly string[];
}

export interface Option {
  type: 'boolean' | 'string';
  short?: string;
  /** What stands after it in the usage line, for a string. */
  value?: string;
}

/** What a command gets: its arguments, and the only ways to print. */
export interface Cli {
  args: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  env: NodeJS.ProcessEnv;
  words: Words;
  /** Aborted by Ctrl-C, by SIGTERM and when the terminal goes away. */
  signal: AbortSignal;
  /** What stdout and stderr are. */
  terminal: Terminal;
  /** Whether `--json` was given: then `json` is called once and `out` never. */
  wantsJson: boolean;
  /** A line on stdout: the command's result. */
  out(line: string): void;
  /** A line on stderr: progress, prompts, warnings. */
  err(line: string): void;
  /** The one JSON document on stdout. */
  json(document: Json): void;
}

export interface Terminal {
  /** Columns of stdout; 80 where it is no terminal. */
  columns: number;
  /** Both stdin and stdout are terminals: keys and prompts work. */
  interactive: boolean;
  /** Styles may be used: a terminal, and NO_COLOR is not set. */
  color: boolean;
}
