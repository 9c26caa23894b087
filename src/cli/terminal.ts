import type { Terminal } from './command.ts';

/** Below this nothing can be laid out; a terminal that is narrower wraps by itself. */
const narrowest = 20;

/** What stdin and stdout are, right now. */
export function findTerminal(env: NodeJS.ProcessEnv): Terminal {
  const tty = process.stdout.isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== '';
  const plain = (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || env.TERM === 'dumb';
  return {
    columns: Math.max(narrowest, process.stdout.columns || Number(env.COLUMNS) || 80),
    interactive: tty && process.stdin.isTTY === true,
    color: !plain && (tty || forced),
  };
}

/** A line on stdout. */
export function writeOut(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line on stderr. */
export function writeErr(line: string): void {
  process.stderr.write(`${line}\n`);
}
