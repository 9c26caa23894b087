import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export const bin = resolve('dist/bin.js');

export interface Ran {
  exit: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the built command line, as a user would, with no terminal. */
export function startLabs(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...env },
  });
}

/** Runs it to its end. */
export async function runLabs(args: string[], env: Record<string, string>): Promise<Ran> {
  const child = startLabs(args, env);
  const ran: Ran = { exit: null, stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    ran.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    ran.stderr += chunk;
  });
  const [exit] = (await once(child, 'close')) as [number | null];
  return { ...ran, exit };
}
