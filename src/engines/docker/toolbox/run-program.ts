import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Finished {
  /** Null when a signal ended it. */
  exit: number | null;
  stdout: string;
  /** The last lines of what it said. */
  said: string;
}

export interface RunProgramOptions {
  signal?: AbortSignal;
  onLine?(line: string): void;
}

/** How many lines of its words are kept for a message. */
const lastLines = 12;

/**
 * Runs a program with an argument list and no stdin, and waits for its end. Rejects if there is
 * no such program. An abort asks it to end, so that it can take down what it has set up.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { signal, onLine }: RunProgramOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', stop, { once: true });
    const stdout: Buffer[] = [];
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (said.length > lastLines) said.shift();
      onLine?.(line);
    });
    child.on('error', reject);
    child.on('close', (exit) => {
      signal?.removeEventListener('abort', stop);
      resolve({ exit, stdout: Buffer.concat(stdout).toString('utf8'), said: said.join('\n') });
    });
  });
}

/** The path of a program that this process can run; undefined if there is none. */
export async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder !== '' && runs) return path;
  }
  return undefined;
}
